package org.clashmap.exchange.incoming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clashmap.event.Supplement;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file by name. Names are compared without regard to case and outer spaces, as spreadsheets and statistics
 * programs change both.
 */
final class Columns {
    private final List<String> names;
    private final String[] quotedNames;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** @param names as the file has them; a second one of a name is told apart by its number */
    Columns(List<String> names) {
        this.names = List.copyOf(names);
        quotedNames = new String[names.size()];
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean known = name.isBlank() || places.putIfAbsent(key(name), i) != null;
            quotedNames[i] = Supplement.quote(known ? name + "#" + (i + 1) : name);
        }
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    List<String> names() {
        return names;
    }

    int count() {
        return names.size();
    }

    /** Where a column stands; null when it is not there. */
    @Nullable
    Integer find(String key) {
        return places.get(key);
    }

    boolean has(String key) {
        return places.containsKey(key);
    }

    String rawOf(String[] cells) {
        return Row.rawOf(quotedNames, cells);
    }
}
