package org.clashmap.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages that texts are read in, by their ISO 639-1 code. Place names are read in all of them; which of the other
 * things a text tells are read depends on the word tables there are for a language.
 */
public enum Language {
    EN,
    UK,
    RU,
    AR,
    FR,
    ES;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names change their endings with the case they stand in, and places have adjectives of their own. */
    public boolean isSlavic() {
        return this == UK || this == RU;
    }

    /** Names are told by a capital letter; Arabic has none. */
    public boolean hasCapitals() {
        return this != AR;
    }

    /** The codes of all languages. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }

    /** The codes of all languages, for a message: "en, uk, ru, ar, fr or es". */
    public static String told() {
        List<String> codes = codes();
        return String.join(", ", codes.subList(0, codes.size() - 1)) + " or " + codes.getLast();
    }

    /** The language of a tag such as {@code uk} or {@code en-GB}, if it is one that is read. */
    public static Optional<Language> find(String tag) {
        String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        for (Language language : values()) {
            if (language.code().equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
