package org.clashmap.exchange.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The presets that come with the program, in a fixed order. Immutable. */
public final class Presets {
    private static final List<String> FILES = List.of(
            "acled",
            "acled-old",
            "ucdp-ged",
            "gdelt-events",
            "gdelt1-events",
            "gdelt-mentions",
            "gdelt-gkg",
            "viina",
            "viina-day",
            "polecat",
            "icews",
            "gtd",
            "hapi",
            "bellingcat",
            "cir",
            "geoconfirmed",
            "liveuamap",
            "geo-extractor",
            "own",
            "table",
            "features");

    private final Map<String, Preset> byName = new LinkedHashMap<>();

    private Presets() {}

    public static Presets load() {
        Presets presets = new Presets();
        for (String name : FILES) {
            presets.byName.put(name, new PresetReader("preset " + name, presets).read(text(name)));
        }
        return presets;
    }

    private static String text(String name) {
        try (InputStream in = Presets.class.getResourceAsStream("/exchange/presets/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its preset " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a user's mapping, which may build on a preset by its member {@code like}. */
    public Preset readMapping(String json, String name) {
        return new PresetReader(name, this).read(json);
    }

    public List<Preset> list() {
        return new ArrayList<>(byName.values());
    }

    /**
     * The preset of a name.
     *
     * @throws ImportException when there is none, with those that there are
     */
    public Preset get(String name) {
        Preset preset = byName.get(name);
        if (preset == null) {
            throw new ImportException(
                    "there is no preset \"" + name + "\"; there are " + String.join(", ", byName.keySet()));
        }
        return preset;
    }
}
