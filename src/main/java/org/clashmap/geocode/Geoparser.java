package org.clashmap.geocode;

import java.util.List;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Span;

/** Finds the place names of a text and decides which places they mean. Thread-safe; the same text gives the same answer. */
public final class Geoparser {
    private final Gazetteer gazetteer;

    public Geoparser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** All toponyms of a text, in text order, whatever their role. */
    public List<Toponym> parse(AnalysedText text) {
        return List.of();
    }

    /** Resolves exactly these spans, in their order, taking each for a literal place. */
    public List<Toponym> resolve(AnalysedText text, List<Span> spans) {
        return List.of();
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }
}
