package org.clashmap.geocode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.CountriesAtWar;
import org.clashmap.gazetteer.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a text is about: how much of its other names lies in a candidate's country and first-order unit, by the shares of
 * the round before, and whether the text names them. A name counts once however often it stands, and never for itself.
 */
final class TextFocus {
    private static final double CLEARLY = 0.5;
    /** "Russian troops" says less of where something happened than "in Russia" does. */
    private static final double WEIGHT_OF_OTHER_ROLES = 0.5;

    private final Map<String, Map<String, Double>> byName = new LinkedHashMap<>();
    private final Map<String, Double> sums = new HashMap<>();
    /** Countries and units that are named, with the names that name them. */
    private final Map<String, Set<String>> named = new HashMap<>();

    private final Setting setting;

    private TextFocus(Setting setting) {
        this.setting = setting;
    }

    static TextFocus of(List<Weighing> weighings, Setting setting) {
        TextFocus focus = new TextFocus(setting);
        for (Weighing weighing : weighings) {
            ToponymRole role = weighing.mention.role();
            if (role != ToponymRole.PERSON && role != ToponymRole.ORGANISATION) {
                focus.add(weighing);
            }
        }
        focus.byName
                .values()
                .forEach(shares -> shares.forEach((area, share) -> focus.sums.merge(area, share, Double::sum)));
        return focus;
    }

    private void add(Weighing weighing) {
        Map<String, Double> own = new HashMap<>();
        double weight = weighing.mention.isLiteral() ? 1 : WEIGHT_OF_OTHER_ROLES;
        for (Option option : weighing.options) {
            Place place = option.place();
            own.merge(place.admin().country(), weight * option.share, Double::sum);
            String unit = unitOf(place);
            if (unit != null) {
                own.merge(unit, weight * option.share, Double::sum);
            }
            if (option.share > CLEARLY) {
                boolean country = place.feature().isCountry();
                if (country || place.feature().isAdmin1()) {
                    named.computeIfAbsent(country ? place.admin().country() : place.id(), key -> new HashSet<>())
                            .add(weighing.mention.text());
                }
            }
        }
        Map<String, Double> shares = byName.computeIfAbsent(weighing.mention.text(), name -> new HashMap<>());
        own.forEach((area, share) -> shares.merge(area, share, Math::max));
    }

    private static @Nullable String unitOf(Place place) {
        return place.feature().isAdmin1() ? place.id() : place.admin().admin1();
    }

    void add(Weighing weighing, Option option) {
        String name = weighing.mention.text();
        String country = option.place().admin().country();
        option.set(
                Evidence.COUNTRY_TOLD, setting.country().filter(country::equals).isPresent() ? 1 : 0);
        option.set(Evidence.COUNTRY_AT_WAR, CountriesAtWar.level(country));
        option.set(Evidence.COUNTRY_SHARE, share(country, name));
        option.set(Evidence.COUNTRY_NAMED, isNamed(country, name) ? 1 : 0);
        String own = unitOf(option.place());
        // Just across the border of the named unit is nearly in it.
        option.set(
                Evidence.UNIT_SHARE,
                Math.max(unitShare(own, name), option.namedUnitFit * unitShare(option.namedUnit, name)));
        option.set(
                Evidence.UNIT_NAMED,
                Math.max(unitNamed(own, name), option.namedUnitFit * unitNamed(option.namedUnit, name)));
    }

    private double unitShare(@Nullable String unit, String besides) {
        return unit == null ? 0 : share(unit, besides);
    }

    private double unitNamed(@Nullable String unit, String besides) {
        return unit != null && isNamed(unit, besides) ? 1 : 0;
    }

    /** How much of the text besides a name is about one country. */
    double strongest(String besides) {
        double most = 0;
        for (String area : sums.keySet()) {
            if (area.length() == 2) {
                most = Math.max(most, share(area, besides));
            }
        }
        return most;
    }

    /** 0–1; one name alone never says all. */
    private double share(String area, String besides) {
        if (area.isEmpty()) {
            return 0;
        }
        Map<String, Double> own = byName.getOrDefault(besides, Map.of());
        double others = sums.getOrDefault(area, 0.0) - own.getOrDefault(area, 0.0);
        int names = byName.size() - (byName.containsKey(besides) ? 1 : 0);
        return Math.max(0, others) / (names + 1);
    }

    private boolean isNamed(String area, String besides) {
        Set<String> names = named.getOrDefault(area, Set.of());
        return names.size() > (names.contains(besides) ? 1 : 0);
    }
}
