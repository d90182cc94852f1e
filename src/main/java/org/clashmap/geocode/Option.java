package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.jspecify.annotations.Nullable;

/** A candidate while it is being weighed. Mutable; confined to one resolution. */
final class Option {
    final NameMatch match;
    final double[] evidence = new double[Evidence.COUNT];
    final List<String> reasons = new ArrayList<>();
    double share;

    /** The first-order unit the text names with it, and how well it fits: 1 inside, fading across the border. */
    @Nullable
    String namedUnit;

    double namedUnitFit;

    /** Told with the candidate when it is near another name's place. */
    @Nullable
    String nearest;

    private double @Nullable [] direction;

    Option(NameMatch match) {
        this.match = match;
    }

    Place place() {
        return match.place();
    }

    void set(Evidence kind, double value) {
        evidence[kind.column()] = value;
    }

    double get(Evidence kind) {
        return evidence[kind.column()];
    }

    boolean isOutsideNamedUnit() {
        return get(Evidence.OUTSIDE_NAMED_UNIT) > 0;
    }

    /** The unit vector from the middle of the earth; distances between many candidates are taken by it. */
    double[] direction() {
        double[] made = direction;
        if (made == null) {
            double lat = Math.toRadians(place().point().lat());
            double lon = Math.toRadians(place().point().lon());
            made = new double[] {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
            direction = made;
        }
        return made;
    }

    Candidate toCandidate(boolean only) {
        List<String> all = new ArrayList<>(reasons);
        if (nearest != null && get(Evidence.NEAR_ANOTHER) > 0.1) {
            all.add(nearest);
        }
        if (!match.matchedName().equals(place().name())) {
            all.add("known there as " + match.matchedName());
        }
        if (place().population() > 0) {
            all.add("population " + place().population());
        }
        if (only) {
            all.addFirst("the only place of this name in the gazetteer");
        }
        return new Candidate(match, share, all);
    }
}
