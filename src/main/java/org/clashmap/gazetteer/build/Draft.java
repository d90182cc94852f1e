package org.clashmap.gazetteer.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.clashmap.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * A place on its way into the tables; mutable and only alive during a build. Codes of units are kept as text:
 * {@code admin1} "05", {@code admin2} "1412", {@code formerAdmin2} the name of a raion that existed until 2020.
 */
final class Draft {
    final String id;
    final String featureCode;
    final String country;
    double lon;
    double lat;
    String admin1 = "";
    String admin2 = "";
    String formerAdmin2 = "";
    long population;
    /** A Ukrainian place's postcode, 0 when unknown, and the village council that its postal row names. */
    int postcode;

    String council = "";
    Known known = Known.POINT;
    Layer layer = Layer.GEONAMES;
    /**
     * The code of an administrative unit within its country, or the extent of a region; of a place known to its raion the
     * kilometres around its point within which nine of ten such places lie. Empty for towns.
     */
    String code = "";
    /** Spellings with their mark, by folded key, the main name first. */
    private final Map<String, String> names = new LinkedHashMap<>();

    Draft(String id, String featureCode, String country, double lon, double lat) {
        this.id = id;
        this.featureCode = featureCode;
        this.country = country;
        this.lon = lon;
        this.lat = lat;
    }

    /** How exactly the position is known; the letter is the one in the stored tables. */
    enum Known {
        POINT('p'),
        ADMIN2('r'),
        ADMIN1('o'),
        AREA('a');

        final char letter;

        Known(char letter) {
            this.letter = letter;
        }
    }

    /** Where a row comes from; the letter is the one in the stored tables. */
    enum Layer {
        GEONAMES('g'),
        GEONAMES_POSTAL('z'),
        NATURAL_EARTH('n'),
        OUR_AIRPORTS('a'),
        OVERRIDES('o');

        final char letter;

        Layer(char letter) {
            this.letter = letter;
        }
    }

    /** What a spelling is; the character is the one that stands before the spelling in the stored tables. */
    enum Mark {
        PLAIN(""),
        UKRAINIAN("+"),
        RUSSIAN("*"),
        BOTH("="),
        HISTORIC("-"),
        OCCUPATION("!");

        final String prefix;

        Mark(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Adds a spelling unless one with the same folded key is there; a marked one takes the place of a plain one. */
    Draft name(Mark mark, @Nullable String spelling) {
        if (spelling == null || !NameFilter.isStorable(spelling)) {
            return this;
        }
        String clean = spelling.strip();
        String key = NameKeys.fold(clean);
        if (key.isEmpty()) {
            return this;
        }
        String old = names.getOrDefault(key, "");
        boolean otherLanguage = (mark == Mark.RUSSIAN && old.startsWith(Mark.UKRAINIAN.prefix))
                || (mark == Mark.UKRAINIAN && old.startsWith(Mark.RUSSIAN.prefix));
        String stored = (otherLanguage ? Mark.BOTH : mark).prefix + clean;
        if (!names.containsKey(key)) {
            names.put(key, stored);
        } else if (mark != Mark.PLAIN && !key.equals(names.keySet().iterator().next())) {
            names.put(key, stored);
        }
        return this;
    }

    /** Makes another spelling the main name; the old one stays a spelling. */
    void rename(String main) {
        Map<String, String> old = new LinkedHashMap<>(names);
        names.clear();
        name(Mark.PLAIN, main);
        old.forEach(names::putIfAbsent);
    }

    /** Takes over the spellings of a duplicate. */
    void absorb(Draft other) {
        for (Map.Entry<String, String> entry : other.names.entrySet()) {
            String stored = entry.getValue();
            boolean marked = "+*=-!".indexOf(stored.charAt(0)) >= 0;
            if (marked && !entry.getKey().equals(mainKey())) {
                names.put(entry.getKey(), stored);
            } else {
                names.putIfAbsent(entry.getKey(), stored);
            }
        }
        if (formerAdmin2.isEmpty()) {
            formerAdmin2 = other.formerAdmin2;
        }
        if (admin2.isEmpty()) {
            admin2 = other.admin2;
        }
        postcode = postcode == 0 ? other.postcode : postcode;
        population = Math.max(population, other.population);
    }

    /** Drops spellings by their folded key, but never the main name. */
    void dropKeys(Predicate<String> unwanted) {
        String main = mainKey();
        names.keySet().removeIf(key -> !key.equals(main) && unwanted.test(key));
    }

    boolean hasKey(String foldedKey) {
        return names.containsKey(foldedKey);
    }

    Set<String> keys() {
        return names.keySet();
    }

    /** The spellings as they are stored. */
    Iterable<String> storedNames() {
        return names.values();
    }

    String mainName() {
        return names.values().iterator().next();
    }

    private String mainKey() {
        return names.keySet().iterator().next();
    }

    boolean hasNames() {
        return !names.isEmpty();
    }

    int nameCount() {
        return names.size();
    }
}
