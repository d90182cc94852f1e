package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.TriggerMention;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/**
 * Finds the acts a text names, each with its clause and its factuality, in text order. Rules are data
 * ({@code extract/triggers}): words with their inflection, needed context, act; phrases that negate, suppose or date an
 * act. Linear in the length of the text; thread-safe; loads its tables once when made.
 */
public final class TriggerReader {
    /** Tokens; the longest sentences of prose have about 150. */
    private static final int LONGEST_SENTENCE = 300;

    private final Map<Language, TriggerLexicon> lexicons = new EnumMap<>(Language.class);

    public TriggerReader() {
        for (Language language : Language.values()) {
            if (TriggerLexicon.exists(language)) {
                lexicons.put(language, TriggerLexicon.load(language));
            }
        }
    }

    /** All acts that are named, also those that did not happen; none in a language that has no tables. */
    public List<TriggerMention> read(AnalysedText text) {
        TriggerLexicon lexicon = lexicons.get(text.language());
        if (lexicon == null) {
            return List.of();
        }
        List<TriggerMention> mentions = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            for (Sentence piece : pieces(sentence)) {
                read(lexicon, piece, mentions);
            }
        }
        return mentions;
    }

    private static void read(TriggerLexicon lexicon, Sentence sentence, List<TriggerMention> mentions) {
        ClauseSentence clauses = lexicon.clauses().read(sentence);
        List<TriggerMatch> matches = lexicon.matcher().matches(clauses);
        List<Factuality> read = lexicon.factuality().read(clauses, matches);
        for (int i = 0; i < matches.size(); i++) {
            TriggerMatch match = matches.get(i);
            mentions.add(new TriggerMention(
                    clauses.span(match.first(), match.last()),
                    clauses.clauseAt(match.head()).span(),
                    match.act(),
                    match.reading().form(),
                    read.get(i)));
        }
    }

    /** Reading looks around within a sentence, so one without end is cut, to keep the whole linear. */
    private static List<Sentence> pieces(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        if (tokens.size() <= LONGEST_SENTENCE) {
            return List.of(sentence);
        }
        List<Sentence> pieces = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from += LONGEST_SENTENCE) {
            List<Token> part = tokens.subList(from, Math.min(from + LONGEST_SENTENCE, tokens.size()));
            Span span = new Span(part.getFirst().start(), part.getLast().end());
            pieces.add(new Sentence(sentence.index(), sentence.paragraph(), span, part));
        }
        return pieces;
    }
}
