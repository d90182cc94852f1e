package org.clashmap.geocode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;

/**
 * Which countries a text is about: the share of its mentions that point to each. Countries, their people and their capitals
 * count in full; a name shared by several countries counts for each in part.
 */
final class CountryFocus {
    private final Map<String, Double> weights;
    private final double total;

    private CountryFocus(Map<String, Double> weights, double total) {
        this.weights = weights;
        this.total = total;
    }

    static CountryFocus of(List<ToponymMention> mentions) {
        Map<String, Double> weights = new HashMap<>();
        double total = 0;
        for (ToponymMention mention : mentions) {
            switch (mention.role()) {
                case LITERAL, METONYM, DEMONYM, DATELINE -> {
                    Map<String, Double> own = shares(mention);
                    own.forEach((country, weight) -> weights.merge(country, weight, Double::sum));
                    total += own.isEmpty() ? 0 : 1;
                }
                case PERSON, ORGANISATION -> {}
            }
        }
        return new CountryFocus(weights, total);
    }

    /** 0–1: how much of the text points to a country. */
    double share(String country) {
        return total == 0 ? 0 : Math.min(1, weights.getOrDefault(country, 0.0) / total);
    }

    /** How much of the text, in mentions, points to a country. */
    double weight(String country) {
        return weights.getOrDefault(country, 0.0);
    }

    /** The share of the country that most of the text points to. */
    double highest() {
        return total == 0
                ? 0
                : Math.min(
                        1, weights.values().stream().mapToDouble(w -> w).max().orElse(0) / total);
    }

    private static Map<String, Double> shares(ToponymMention mention) {
        Set<String> all = new HashSet<>();
        Map<String, Double> shares = new HashMap<>();
        for (NameMatch match : mention.matches()) {
            Place place = match.place();
            if (place.feature().isCountry()) {
                return Map.of(place.admin().country(), 1.0);
            }
            all.add(place.admin().country());
        }
        for (String country : all) {
            shares.put(country, 1.0 / (all.size() * Math.sqrt(all.size())));
        }
        return shares;
    }
}
