package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.ToponymReader;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Span;

/** Finds the place names of a text and decides which places they mean. Thread-safe; the same text gives the same answer. */
public final class Geoparser {
    private final Gazetteer gazetteer;
    private final ToponymReader reader;
    private final Resolver resolver;

    public Geoparser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.reader = new ToponymReader(gazetteer);
        this.resolver = new Resolver(gazetteer);
    }

    /** All toponyms of a text, in text order, whatever their role. */
    public List<Toponym> parse(AnalysedText text) {
        return resolver.resolve(text, reader.read(text));
    }

    /** Resolves exactly these spans, in their order, taking each for a literal place. */
    public List<Toponym> resolve(AnalysedText text, List<Span> spans) {
        List<ToponymMention> mentions = new ArrayList<>();
        for (Span span : spans) {
            mentions.add(reader.readAt(text, span));
        }
        return resolver.resolve(text, mentions);
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }
}
