package org.clashmap.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.geocode.Geoparser;
import org.clashmap.geocode.PlacePhrase;
import org.clashmap.geocode.Relation;
import org.clashmap.geocode.Setting;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.LanguageGuess;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Places what a table's columns name: a place, the units it lies in and its country, read as the phrase "Tarasivka,
 * Kramatorsk, Donetsk, Ukraine". A place outside of the stated country is no answer. Safe for many threads; the names of the
 * last rows are remembered, since tables name few places often.
 */
public final class NamesGeocoder {
    private static final int REMEMBERED = 50_000;

    private final Gazetteer gazetteer;
    private final Geoparser geoparser;
    private final WhereWriter writer;
    private final Map<Where.Names, Optional<Where>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Where.Names, Optional<Where>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public NamesGeocoder(Geoparser geoparser) {
        this.geoparser = geoparser;
        this.gazetteer = geoparser.gazetteer();
        this.writer = new WhereWriter(gazetteer);
    }

    /** Where the names point to; empty when there are none. */
    public synchronized Optional<Where> find(Where.Names names) {
        Optional<Where> where = known.get(names);
        if (where == null) {
            where = geocode(names);
            known.put(names, where);
        }
        return where;
    }

    private Optional<Where> geocode(Where.Names names) {
        String country = names.country() != null ? names.country() : countryName(names.iso3());
        List<String> parts = new ArrayList<>();
        add(parts, names.location());
        add(parts, names.admin2());
        add(parts, names.admin1());
        boolean onlyUnits = names.location() == null
                || names.location().equals(names.admin1())
                || names.location().equals(names.admin2());
        add(parts, country);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (onlyUnits && country != null) {
            Optional<Where> unit = unit(names, country);
            if (unit.isPresent()) {
                return unit;
            }
        }
        StringBuilder words = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        for (String part : parts) {
            words.append(words.isEmpty() ? "" : ", ");
            spans.add(new Span(words.length(), words.length() + part.length()));
            words.append(part);
        }
        String text = words.toString();
        AnalysedText analysed = AnalysedText.of(text, LanguageGuess.of(text).language());
        Setting setting = country == null ? Setting.UNKNOWN : inCountry(spans, analysed);
        List<Toponym> toponyms = geoparser.resolve(analysed, spans, setting);
        Relation relation = onlyUnits ? Relation.IN_REGION : Relation.AT;
        PlacePhrase phrase = new PlacePhrase(
                new Span(0, text.length()),
                relation,
                List.of(toponyms.getFirst()),
                toponyms.subList(1, toponyms.size()),
                null,
                null);
        Where where = writer.write(analysed, phrase, false);
        return Optional.of(isIn(where, toponyms, country) ? where : nowhere(text, names));
    }

    /** The area of the smallest unit that the table names in its country, where the gazetteer has just one of the name. */
    private Optional<Where> unit(Where.Names names, String country) {
        Language language = LanguageGuess.of(country).language();
        AnalysedText text = AnalysedText.of(country, language);
        Optional<Place> state = findCountry(
                geoparser.resolve(text, List.of(new Span(0, country.length()))).getFirst());
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Optional<Place> first = unitWithin(names.admin1(), state.get(), true);
        Optional<Place> second = unitWithin(names.admin2(), first.orElse(state.get()), false);
        return second.filter(place -> gazetteer.findOutline(place.id()).isPresent())
                .or(() -> first)
                .map(place -> area(place, names));
    }

    private Optional<Place> unitWithin(@Nullable String name, Place outer, boolean isFirstOrder) {
        if (name == null) {
            return Optional.empty();
        }
        List<Place> units = gazetteer.lookupWithin(name, LanguageGuess.of(name).language(), outer.id()).stream()
                .map(NameMatch::place)
                .filter(place -> isFirstOrder
                        ? place.feature().isAdmin1()
                        : place.feature().isAdmin2())
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
    }

    private Where area(Place unit, Where.Names names) {
        boolean first = unit.feature().isAdmin1();
        Where.Geocode geocode = new Where.Geocode(
                "gazetteer",
                new Where.Relation("in_region", List.of(unit.name()), null, null),
                List.of(),
                unit.id(),
                new Where.Verdict(null, null, false, false),
                gazetteer.version(),
                unit.name() + ", the unit that the table names. The table gives an area, so no point is drawn.");
        return new Where(
                unit.name(),
                null,
                gazetteer.findOutline(unit.id()).orElse(null),
                names,
                new Where.Precision(first ? 3 : 2, first ? 4 : 3, first ? "admin1" : "admin2", null),
                geocode,
                "imported");
    }

    private Setting inCountry(List<Span> spans, AnalysedText text) {
        return findCountry(geoparser.resolve(text, List.of(spans.getLast())).getFirst())
                .map(place -> Setting.inCountry(place.admin().country()))
                .orElse(Setting.UNKNOWN);
    }

    private static Optional<Place> findCountry(Toponym toponym) {
        return toponym.resolution().findBest().filter(place -> place.feature().isCountry());
    }

    /** The country that the table names holds the place found, as far as both are known. */
    private boolean isIn(Where where, List<Toponym> toponyms, @Nullable String country) {
        Optional<Place> stated = country == null ? Optional.empty() : findCountry(toponyms.getLast());
        Optional<Place> found = toponyms.getFirst().resolution().findBest();
        return where.point() == null
                || stated.isEmpty()
                || found.isEmpty()
                || stated.get().admin().country().equals(found.get().admin().country());
    }

    private Where nowhere(String text, Where.Names names) {
        Where.Geocode geocode = new Where.Geocode(
                "unresolved",
                null,
                List.of(),
                null,
                new Where.Verdict(null, null, false, true),
                gazetteer.version(),
                "No mark: the places of this name lie outside of the country that the table states.");
        return new Where(text, null, null, names, Where.Precision.NONE, geocode, "imported");
    }

    private @Nullable String countryName(@Nullable String iso3) {
        if (iso3 == null) {
            return null;
        }
        return Arrays.stream(Locale.getISOCountries())
                .filter(iso2 -> Locale.of("", iso2).getISO3Country().equals(iso3))
                .findFirst()
                .flatMap(gazetteer::findCountry)
                .map(Place::name)
                .orElse(null);
    }

    private static void add(List<String> parts, @Nullable String name) {
        if (name != null && !name.isBlank() && !parts.contains(name)) {
            parts.add(name);
        }
    }
}
