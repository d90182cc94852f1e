package org.clashmap.gazetteer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;
import org.clashmap.notice.Notice;
import org.clashmap.text.Language;
import org.locationtech.jts.geom.Geometry;

/**
 * Places and their names. Immutable and safe for many threads; all answers are in a fixed order (population descending,
 * then id), so the same question always has the same answer.
 */
public interface Gazetteer {
    /**
     * The places that bear a name, by exact keys and, for Ukrainian and Russian, by the nominative of an inflected form.
     * Never by skeleton. Empty when there are none.
     */
    List<NameMatch> lookup(CharSequence name, Language language);

    /**
     * The towns and units that a Ukrainian or Russian adjective belongs to, in any case form: "Покровському",
     * "Краматорського", "курском", "Донецкой". Empty for English.
     */
    List<NameMatch> lookupAdjective(CharSequence word, Language language);

    /**
     * The places within an administrative unit or country that bear a name, loosely: also by skeleton.
     *
     * @param withinId a place id of a country or administrative unit
     */
    List<NameMatch> lookupWithin(CharSequence name, Language language, String withinId);

    /** True when some name has this one followed by a space as its beginning; lets a scan stop early. */
    boolean isNamePrefix(CharSequence name);

    /** The place with an id such as {@code gn:691877}. */
    Optional<Place> find(String id);

    /** The country by its ISO 3166-1 alpha-2 code. */
    Optional<Place> findCountry(String iso2);

    /** The ISO 3166-1 alpha-3 code of a country by its alpha-2 code; empty when unknown. */
    Optional<String> findIso3(String iso2);

    /** The country that a demonym or adjective ("Chinese", "український", "россияне") belongs to, in any case form. */
    Optional<Place> findByDemonym(CharSequence word, Language language);

    /** The capital of a country by its ISO 3166-1 alpha-2 code. */
    Optional<Place> findCapital(String iso2);

    /** The first-order unit that contains a position; empty at sea or where no polygon is known. */
    Optional<Place> findAdmin1At(LonLat position);

    /** What lies in what, and whose it is. */
    Hierarchy hierarchy();

    /** The outline of a country or first-order unit, if one is known. */
    Optional<Geometry> findOutline(String id);

    /**
     * For a place known only to its second-order unit: how far around its point nine of ten such places lie, in metres.
     * Empty for all others, and where nothing was measured.
     */
    default OptionalInt findRadiusMeters(Place place) {
        return OptionalInt.empty();
    }

    /** Populated places within a distance, nearest first. */
    List<Place> near(LonLat position, double radiusMeters, int limit);

    /** Populated places with a point of their own in a box, the largest first. */
    List<Place> listWithin(BoundingBox box);

    /**
     * Search for people who type, best first: whole names and beginnings in any alphabet, other spellings, and names with a
     * slip or two. An id to stay in that is unknown finds nothing.
     */
    List<SearchHit> search(SearchQuery query);

    /** Names of a place in a language, most preferred first; may be empty. */
    List<String> names(Place place, Language language);

    /** All names of a place, the main name first. */
    List<PlaceName> listNames(Place place);

    /** Version of the loaded tables, for {@code geocode.gazetteer_version} and citations. */
    String version();

    /** The sources in use with their licence and credit line, in a fixed order. */
    List<Credit> credits();

    /**
     * Makes what is otherwise made when it is first asked for, so that nobody has to wait for it: outlines, the index of the
     * search, loose keys of countries at war. Takes seconds and some 60 MB; to be called beside other work.
     *
     * @throws GeodataException as the questions would that come first
     */
    default void warmUp() {}

    /** What was wrong when the tables were put together, such as a layer that cannot be read; mostly empty. */
    default List<Notice> notices() {
        return List.of();
    }

    /** What must be said about a source of the tables in use. */
    record Credit(String layer, String source, String licence, String url, long places) {}
}
