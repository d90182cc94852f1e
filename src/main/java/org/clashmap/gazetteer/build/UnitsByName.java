package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.PlaceAdjectives;

/**
 * Finds second-order units that no town of the tables gives as its own: GeoNames ties hardly any town of Russia, Belarus or
 * Thailand to its district. Such a unit is looked for by its name: the town in the same first-order unit that is called so,
 * or that its adjective comes from ("Sudzhanskiy Rayon": Суджа). Units without such a town stay out, since nothing says
 * where they lie.
 */
final class UnitsByName {
    /** Words before or after the name of a unit in the languages of the source. */
    private static final Pattern WORDS = Pattern.compile(
            "(?iu)^(amphoe|markaz|da[ïi]ra de|shahrest[aā]n-e|huy[eệ]n|th[iị] x[aã]|xã|mud[iī]r[iī]yat|qad[aā]’?|ville de"
                    + "|municipio de|munic[ií]pio de|rayon|raion|commune de|commune of)\\s+"
                    + "|[\\s-](ilçesi|a[uū]dany|rayony?|raion|rajon|district|county|-?gun|zone|woreda|municipality|town)$");

    private static final Pattern RUSSIAN_ADJECTIVE =
            Pattern.compile("(?i)^([\\p{L}’' -]+(?:skiy|tskiy|zkiy))\\s+rayon$");

    /** Latin letters of BGN/PCGN and the Cyrillic ones they stand for, longest first. */
    private static final String[][] CYRILLIC = {
        {"shch", "щ"},
        {"zh", "ж"},
        {"kh", "х"},
        {"ts", "ц"},
        {"ch", "ч"},
        {"sh", "ш"},
        {"yu", "ю"},
        {"ya", "я"},
        {"ye", "е"},
        {"yë", "ё"},
        {"ё", "ё"},
        {"yy", "ый"},
        {"iy", "ий"},
        {"ay", "ай"},
        {"ey", "ей"},
        {"oy", "ой"},
        {"uy", "уй"},
        {"a", "а"},
        {"b", "б"},
        {"v", "в"},
        {"g", "г"},
        {"d", "д"},
        {"e", "е"},
        {"ë", "ё"},
        {"z", "з"},
        {"i", "и"},
        {"k", "к"},
        {"l", "л"},
        {"m", "м"},
        {"n", "н"},
        {"o", "о"},
        {"p", "п"},
        {"r", "р"},
        {"s", "с"},
        {"t", "т"},
        {"u", "у"},
        {"f", "ф"},
        {"y", "ы"},
        {"’", "ь"},
        {"'", "ь"},
        {"”", "ъ"},
    };

    private final Map<String, List<Draft>> townsOfName = new HashMap<>();

    private UnitsByName(List<Draft> towns) {
        for (Draft town : towns) {
            if (!town.admin1.isEmpty()) {
                for (String key : town.keys()) {
                    townsOfName
                            .computeIfAbsent(town.country + '.' + town.admin1 + '.' + key, absent -> new ArrayList<>())
                            .add(town);
                }
            }
        }
    }

    /** A unit's town and, where its name is a Russian adjective, that in Cyrillic. */
    record Found(Draft town, String russian) {}

    /** The town of each unit of a list that has one, by code. */
    static Map<String, Found> find(Map<String, String> names, List<Draft> towns) {
        UnitsByName units = new UnitsByName(towns);
        Map<String, Found> found = new TreeMap<>();
        names.forEach((code, name) -> units.town(code, name).ifPresent(town -> found.put(code, town)));
        return found;
    }

    private Optional<Found> town(String code, String name) {
        String admin1 = code.substring(0, code.indexOf('.', 3) + 1);
        Matcher adjective = RUSSIAN_ADJECTIVE.matcher(name);
        if (adjective.matches()) {
            String russian = cyrillic(adjective.group(1));
            for (List<String> tier : PlaceAdjectives.names(NameKeys.fold(russian), Language.RU)) {
                Optional<Draft> town =
                        largest(tier.stream().map(key -> admin1 + key).toList());
                if (town.isPresent()) {
                    return town.map(draft -> new Found(draft, russian + " район"));
                }
            }
            return Optional.empty();
        }
        String bare = WORDS.matcher(AdminUnits.bareName(name)).replaceAll("");
        return largest(List.of(admin1 + NameKeys.fold(bare), admin1 + NameKeys.fold(name)))
                .map(town -> new Found(town, ""));
    }

    private Optional<Draft> largest(List<String> keys) {
        Draft best = null;
        for (String key : keys) {
            for (Draft town : townsOfName.getOrDefault(key, List.of())) {
                if (best == null || town.population > best.population) {
                    best = town;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** A name of BGN/PCGN spelling back in Cyrillic, with a capital; what BGN does not tell apart stays a guess. */
    static String cyrillic(String latin) {
        String rest = latin.toLowerCase(java.util.Locale.ROOT);
        StringBuilder out = new StringBuilder(rest.length());
        while (!rest.isEmpty()) {
            int used = 1;
            String letter = rest.substring(0, 1);
            for (String[] pair : CYRILLIC) {
                if (rest.startsWith(pair[0])) {
                    used = pair[0].length();
                    letter = pair[1];
                    break;
                }
            }
            boolean start = out.isEmpty() || !Character.isLetter(out.charAt(out.length() - 1));
            out.append(start ? letter.toUpperCase(java.util.Locale.ROOT) : letter);
            rest = rest.substring(used);
        }
        return out.toString();
    }
}
