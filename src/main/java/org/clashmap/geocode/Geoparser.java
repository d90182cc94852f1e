package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.toponym.ToponymReader;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Span;

/** Finds the place names of a text and decides which places they mean. Thread-safe; the same text gives the same answer. */
public final class Geoparser {
    private final Gazetteer gazetteer;
    private final ToponymReader reader;
    private final Resolver resolver;

    public Geoparser(Gazetteer gazetteer) {
        this(gazetteer, Weights.load());
    }

    public Geoparser(Gazetteer gazetteer, Weights weights) {
        this.gazetteer = gazetteer;
        this.reader = new ToponymReader(gazetteer);
        this.resolver = new Resolver(gazetteer, weights);
    }

    /** All toponyms of a text, in text order, whatever their role. */
    public List<Toponym> parse(AnalysedText text) {
        return parse(text, Setting.UNKNOWN);
    }

    public List<Toponym> parse(AnalysedText text, Setting setting) {
        return resolveMentions(text, recognise(text), setting);
    }

    /** The place names of a text with their roles, in text order, not yet resolved. */
    public List<ToponymMention> recognise(AnalysedText text) {
        return reader.read(text);
    }

    /** The places that mentions of a text mean. */
    public List<Toponym> resolveMentions(AnalysedText text, List<ToponymMention> mentions, Setting setting) {
        return resolver.resolve(text, mentions, setting);
    }

    /** Resolves exactly these spans, in their order, taking each for a literal place. */
    public List<Toponym> resolve(AnalysedText text, List<Span> spans) {
        return resolve(text, spans, Setting.UNKNOWN);
    }

    public List<Toponym> resolve(AnalysedText text, List<Span> spans, Setting setting) {
        return resolver.resolve(text, mentionsAt(text, spans), setting);
    }

    /** The candidates of these spans with their evidence, to learn from. */
    List<Weighing> weigh(AnalysedText text, List<Span> spans) {
        return resolver.weigh(text, mentionsAt(text, spans), Setting.UNKNOWN);
    }

    /** The candidates of all mentions with their evidence, to learn from. */
    List<Weighing> weigh(AnalysedText text) {
        return resolver.weigh(text, reader.read(text), Setting.UNKNOWN);
    }

    /** Exactly these spans, each taken for a literal place, not yet resolved. */
    public List<ToponymMention> mentionsAt(AnalysedText text, List<Span> spans) {
        List<ToponymMention> mentions = new ArrayList<>();
        for (Span span : spans) {
            mentions.add(reader.readAt(text, span));
        }
        return mentions;
    }

    /** The country, by its ISO 3166-1 alpha-2 code, that most of a text's literal places lie in. */
    public static Optional<String> findFocusCountry(List<Toponym> toponyms) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Toponym toponym : toponyms) {
            Optional<Place> place =
                    toponym.mention().isLiteral() ? toponym.resolution().findBest() : Optional.empty();
            place.ifPresent(p -> counts.merge(p.admin().country(), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .max(Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }
}
