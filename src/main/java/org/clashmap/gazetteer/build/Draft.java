package org.clashmap.gazetteer.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.Validity;
import org.clashmap.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * A place on its way into the tables; mutable and only alive during a build. Codes of units are kept as text:
 * {@code admin1} "05", {@code admin2} "1412", {@code formerAdmin2} the name of a raion that existed until 2020.
 */
final class Draft {
    final String id;
    final String featureCode;
    String country;
    double lon;
    double lat;
    String admin1 = "";
    String admin2 = "";
    String formerAdmin2 = "";
    long population;
    /** A Ukrainian place's postcode, 0 when unknown, and the village council that its postal row names. */
    int postcode;

    String council = "";
    PlacePrecision known = PlacePrecision.POINT;
    Layer layer = Layer.GEONAMES;
    /**
     * The code of an administrative unit within its country, or the extent of a region; of a place known to its raion the
     * kilometres around its point within which nine of ten such places lie. Empty for towns.
     */
    String code = "";
    /** Spellings by folded key, the main name first. */
    private final Map<String, StoredName> names = new LinkedHashMap<>();

    Draft(String id, String featureCode, String country, double lon, double lat) {
        this.id = id;
        this.featureCode = featureCode;
        this.country = country;
        this.lon = lon;
        this.lat = lat;
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

    /** Adds a spelling unless one with the same folded key is there; a marked one takes the place of a plain one. */
    Draft name(NameMark mark, @Nullable String spelling) {
        return name(mark, spelling, Validity.UNKNOWN);
    }

    /** Adds a spelling and the years it was in force, likewise; the years of a name in force go to the main name as well. */
    Draft name(NameMark mark, @Nullable String spelling, Validity validity) {
        if (spelling == null || !NameFilter.isStorable(spelling)) {
            return this;
        }
        String clean = spelling.strip();
        String key = NameKeys.fold(clean);
        if (key.isEmpty()) {
            return this;
        }
        StoredName old = names.get(key);
        if (old == null) {
            names.put(key, new StoredName(clean, mark, validity));
        } else if (key.equals(mainKey())) {
            Validity years = mark.isCurrent() ? validity.or(old.validity()) : old.validity();
            names.put(key, new StoredName(old.spelling(), old.mark(), years));
        } else if (mark != NameMark.PLAIN) {
            boolean bothLanguages = old.mark() != mark && old.mark().with(mark) == NameMark.BOTH;
            NameMark united = bothLanguages && old.mark() != NameMark.BOTH ? NameMark.BOTH : mark;
            names.put(key, new StoredName(clean, united, validity.or(old.validity())));
        }
        return this;
    }

    /** Makes another spelling the main name; the old one stays a spelling. */
    void rename(String main, Validity validity) {
        Map<String, StoredName> old = new LinkedHashMap<>(names);
        names.clear();
        name(NameMark.PLAIN, main, validity);
        old.forEach(names::putIfAbsent);
    }

    /** Takes over the spellings of a duplicate. */
    void absorb(Draft other) {
        for (Map.Entry<String, StoredName> entry : other.names.entrySet()) {
            if (entry.getValue().mark() != NameMark.PLAIN && !entry.getKey().equals(mainKey())) {
                names.put(entry.getKey(), entry.getValue());
            } else {
                names.putIfAbsent(entry.getKey(), entry.getValue());
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

    /** The spellings, the main name first. */
    List<StoredName> storedNames() {
        return List.copyOf(names.values());
    }

    String mainName() {
        return names.values().iterator().next().spelling();
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
