package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.build.Draft.Layer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads airports and air bases of OurAirports. They are named places, never candidates for a bare town's name. */
final class AirBases {
    private static final Pattern MILITARY =
            Pattern.compile("(?i)\\b(air ?base|air force|naval air|army air|air station|military)\\b");

    private AirBases() {}

    static List<Draft> read(InputStream in) throws IOException {
        List<Draft> places = new ArrayList<>();
        for (JsonNode row : JsonMapper.shared().readTree(in)) {
            String name = row.path("name").asString("").strip();
            String country = row.path("iso_country").asString("");
            if (name.isEmpty() || country.length() != 2) {
                continue;
            }
            boolean military = MILITARY.matcher(name).find();
            Draft place = new Draft(
                    "oa:" + row.path("id").asString(""),
                    military ? "AIRB" : "AIRP",
                    country,
                    Double.parseDouble(row.path("longitude_deg").asString("")),
                    Double.parseDouble(row.path("latitude_deg").asString("")));
            place.layer = Layer.OUR_AIRPORTS;
            place.name(NameMark.PLAIN, name);
            if (military) {
                place.name(NameMark.PLAIN, name.replaceAll("(?i)\\bair base\\b", "Airbase"));
            }
            if (place.hasNames() && hasAirportWord(name)) {
                places.add(place);
            }
        }
        return places;
    }

    /** "Oreshkovo" alone would pass for the village. */
    private static boolean hasAirportWord(String name) {
        return Pattern.compile("(?i)air|aero|flug|field|base|heli")
                .matcher(name)
                .find();
    }
}
