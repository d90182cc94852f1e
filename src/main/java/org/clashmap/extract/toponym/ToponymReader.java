package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/**
 * Toponym recognition: finds the place names of a text and gives each its role. Gazetteer matches are only candidates; the
 * context decides. Thread-safe; linear in the length of the text.
 */
public final class ToponymReader {
    /** Below this share of lower-case letters a text counts as written in capitals, and capitals say nothing. */
    private static final double CAPITALS_ONLY = 0.2;

    private final Gazetteer gazetteer;
    private final NameScanner scanner;
    private final UnitAbbreviations abbreviations;

    public ToponymReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.scanner = new NameScanner(gazetteer);
        this.abbreviations = new UnitAbbreviations(gazetteer);
    }

    /** All mentions, in text order, whatever their role. */
    public List<ToponymMention> read(AnalysedText text) {
        boolean capitalsOnly = isCapitalsOnly(text.text());
        Set<String> lowerCaseWords = lowerCaseWords(text);
        List<ToponymMention> mentions = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            RoleRules rules = new RoleRules(sentence, text.language());
            List<ToponymMention> found = new ArrayList<>();
            int owner = -1;
            int building = -1;
            for (NameScanner.Found name : scanner.scan(text.text(), sentence, text.language(), capitalsOnly)) {
                boolean partOfBuilding = name.first() > owner && name.last() < building;
                int noun = rules.buildingNoun(name);
                if (noun > building) {
                    owner = name.last();
                    building = noun;
                }
                if (!partOfBuilding && !isOrdinaryWord(name, sentence, rules, lowerCaseWords, text)) {
                    RoleRules.Verdict verdict = rules.decide(name, capitalsOnly);
                    found.add(new ToponymMention(
                            name.span(),
                            name.span().of(text.written()),
                            verdict.role(),
                            rules.expected(name),
                            name.matches(),
                            verdict.reason()));
                }
            }
            mentions.addAll(shareAlongLists(found, text));
        }
        return Collections.unmodifiableList(withoutSurnames(mentions));
    }

    /** "Nora Hastings … Hastings said": a name that is part of a person's once is that person's where nothing else is said. */
    private static List<ToponymMention> withoutSurnames(List<ToponymMention> mentions) {
        Set<String> surnames = new HashSet<>();
        for (ToponymMention mention : mentions) {
            if (mention.role() == ToponymRole.PERSON) {
                surnames.add(mention.text());
            }
        }
        return mentions.stream()
                .map(m -> m.isLiteral() && m.reason().equals(RoleRules.BARE) && surnames.contains(m.text())
                        ? with(m, ToponymRole.PERSON, m.expected(), "the report gives a person this name")
                        : m)
                .toList();
    }

    /** The mention at exactly this span, taken for a literal place where it is no demonym. */
    public ToponymMention readAt(AnalysedText text, Span span) {
        String surface = span.of(text.text());
        List<NameMatch> matches =
                new ArrayList<>(text.language() == Language.EN ? abbreviations.matches(surface) : List.of());
        if (matches.isEmpty()) {
            matches.addAll(gazetteer.lookup(surface, text.language()));
        }
        boolean demonym = matches.isEmpty();
        if (demonym) {
            gazetteer
                    .findByDemonym(surface, text.language())
                    .ifPresent(country -> matches.add(
                            new NameMatch(country, country.name(), NameMatch.Kind.VARIANT, NameMatch.Level.FOLDED)));
        }
        Sentence sentence = text.sentenceAt(span.start());
        ExpectedKind expected = demonym ? ExpectedKind.ANY : expectedAt(text, sentence, span);
        ToponymRole role = demonym && !matches.isEmpty() ? ToponymRole.DEMONYM : ToponymRole.LITERAL;
        return new ToponymMention(span, span.of(text.written()), role, expected, matches, "given");
    }

    private static ExpectedKind expectedAt(AnalysedText text, Sentence sentence, Span span) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == span.start()) {
                int last = i;
                while (last + 1 < tokens.size() && tokens.get(last + 1).end() <= span.end()) {
                    last++;
                }
                return new RoleRules(sentence, text.language())
                        .expected(new NameScanner.Found(i, last, span, NameScanner.Found.Kind.NAME, List.of()));
            }
        }
        return ExpectedKind.ANY;
    }

    /** In "the villages of A and B" what is said of A holds for B, and B is a place because A is. */
    private static List<ToponymMention> shareAlongLists(List<ToponymMention> mentions, AnalysedText text) {
        List<ToponymMention> shared = new ArrayList<>(mentions);
        for (int i = 1; i < shared.size(); i++) {
            ToponymMention left = shared.get(i - 1);
            ToponymMention right = shared.get(i);
            if (!isListGap(text.text().substring(left.span().end(), right.span().start()), text)) {
                continue;
            }
            if (isStretch(left, text) && !right.role().equals(ToponymRole.PERSON)) {
                shared.set(i - 1, with(left, ToponymRole.LITERAL, left.expected(), "one end of a stretch of land"));
                shared.set(i, with(right, ToponymRole.LITERAL, right.expected(), "one end of a stretch of land"));
            } else if (left.isLiteral()
                    && right.role() == ToponymRole.METONYM
                    && left.reason().equals(RoleRules.BARE)) {
                shared.set(i - 1, with(left, ToponymRole.METONYM, left.expected(), "listed with a government"));
            } else if (left.isLiteral() && (right.isLiteral() || right.role() == ToponymRole.METONYM)) {
                boolean settlements =
                        right.expected() == ExpectedKind.ANY && left.expected() == ExpectedKind.SETTLEMENT;
                String reason = right.isLiteral() && !right.reason().equals(RoleRules.BARE)
                        ? right.reason()
                        : "listed with a place";
                shared.set(
                        i, with(right, ToponymRole.LITERAL, settlements ? left.expected() : right.expected(), reason));
            }
        }
        return shared;
    }

    /** "The railway between A and B": land, where "talks between A and B" are governments. */
    private static boolean isStretch(ToponymMention left, AnalysedText text) {
        List<Token> tokens = text.sentenceAt(left.span().start()).tokens();
        ToponymCues cues = ToponymCues.of(text.language());
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i).start() == left.span().start()) {
                return tokens.get(i - 1).text().equalsIgnoreCase("between")
                        && cues.is("stretch_noun", tokens.get(i - 2).text());
            }
        }
        return false;
    }

    private static ToponymMention with(ToponymMention mention, ToponymRole role, ExpectedKind expected, String reason) {
        return new ToponymMention(mention.span(), mention.text(), role, expected, mention.matches(), reason);
    }

    private static boolean isListGap(String gap, AnalysedText text) {
        String words = gap.replace(',', ' ').strip();
        return gap.indexOf('\n') < 0
                && !gap.isBlank()
                && (words.isEmpty() || ToponymCues.of(text.language()).is("conjunction", words));
    }

    /**
     * A single capitalised word that the text also writes in lower case, or that opens a sentence without any sign of
     * being a place, is taken for an ordinary word.
     */
    private static boolean isOrdinaryWord(
            NameScanner.Found name, Sentence sentence, RoleRules rules, Set<String> lowerCaseWords, AnalysedText text) {
        if (name.kind() != NameScanner.Found.Kind.NAME || name.first() != name.last()) {
            return false;
        }
        String word = sentence.tokens().get(name.first()).lower();
        if (lowerCaseWords.contains(word)) {
            return true;
        }
        boolean opens = name.first() == 0
                || (name.first() == 1 && !sentence.tokens().getFirst().isWord());
        boolean smallPlace = name.matches().stream()
                .allMatch(
                        m -> m.place().feature().isPopulatedPlace() && m.place().population() < 15_000);
        return opens
                && smallPlace
                && !isHeading(name, sentence, text)
                && rules.expected(name) == ExpectedKind.ANY
                && text.text().indexOf(name.span().of(text.text()), name.span().end()) < 0;
    }

    /** "Yakovlivka, Kharkiv region." and "Makariv.": a name that opens with its unit, or is all there is before the stop. */
    private static boolean isHeading(NameScanner.Found name, Sentence sentence, AnalysedText text) {
        List<Token> tokens = sentence.tokens();
        int next = name.last() + 1;
        if (next >= tokens.size()
                || (next == tokens.size() - 1 && !tokens.get(next).isWord())) {
            return text.sentences().size() > 1;
        }
        ToponymCues cues = ToponymCues.of(text.language());
        if (cues.is("settlement_noun", tokens.get(next).text())) {
            return true;
        }
        boolean unitFollows =
                tokens.get(next).text().equals(",") || tokens.get(next).text().equals("(");
        for (int i = next + 1; unitFollows && i < Math.min(tokens.size(), next + 4); i++) {
            if (cues.is("admin1_noun", tokens.get(i).text())
                    || cues.is("admin2_noun", tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> lowerCaseWords(AnalysedText text) {
        Set<String> words = new HashSet<>();
        for (Sentence sentence : text.sentences()) {
            for (Token token : sentence.tokens()) {
                if (token.isWord()
                        && Character.isLowerCase(token.text().codePointAt(0))
                        && !ScannedSentence.isArticleAndName(token)) {
                    words.add(token.text().toLowerCase(Locale.ROOT));
                }
            }
        }
        return words;
    }

    private static boolean isCapitalsOnly(String text) {
        long lower = text.chars().filter(Character::isLowerCase).count();
        long upper = text.chars().filter(Character::isUpperCase).count();
        return upper > 20 && lower < CAPITALS_ONLY * upper;
    }
}
