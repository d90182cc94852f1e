package org.clashmap.extract.toponym;

import java.util.ArrayList;
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
import org.clashmap.text.Dateline;
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
    /** Towns with fewer people are taken for ordinary words where a capital says little. */
    private static final int LARGE_AT_OPENING = 15_000;

    private static final int LARGE_IN_TITLE = 100_000;

    private static final String DATELINE = "the place of writing at the head of a report";

    private final KnownNames known;
    private final NameScanner scanner;
    private final UnitAbbreviations abbreviations;
    private final Waters waters;

    public ToponymReader(Gazetteer gazetteer) {
        this.known = new KnownNames(gazetteer);
        this.abbreviations = new UnitAbbreviations(gazetteer);
        this.scanner = new NameScanner(known, abbreviations);
        this.waters = new Waters(known);
    }

    /** All mentions, in text order, whatever their role. */
    public List<ToponymMention> read(AnalysedText text) {
        return NameJudge.judge(text, readByRules(text));
    }

    /** The same before the learnt model has its say. */
    List<ToponymMention> readByRules(AnalysedText text) {
        boolean capitalsOnly = isCapitalsOnly(text.text());
        Set<String> lowerCaseWords = lowerCaseWords(text);
        List<ToponymMention> mentions = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            ScannedSentence scanned = ScannedSentence.of(text, sentence, capitalsOnly);
            mentions.addAll(SharedRoles.alongLists(read(scanned, lowerCaseWords, text), scanned));
        }
        List<ToponymMention> read = withoutSurnames(mentions);
        return Dateline.find(text).map(head -> withDateline(read, head)).orElse(read);
    }

    /** Whatever stands in the head of the report is where it was written. */
    private static List<ToponymMention> withDateline(List<ToponymMention> mentions, Span head) {
        return mentions.stream()
                .map(m ->
                        head.contains(m.span()) ? SharedRoles.with(m, ToponymRole.DATELINE, m.expected(), DATELINE) : m)
                .toList();
    }

    private List<ToponymMention> read(ScannedSentence sentence, Set<String> lowerCaseWords, AnalysedText text) {
        RoleRules rules = new RoleRules(sentence);
        List<ToponymMention> found = new ArrayList<>();
        int owner = -1;
        int building = -1;
        int previous = -1;
        for (NameScanner.Found name : scanner.scan(sentence)) {
            boolean partOfBuilding = name.first() > owner && name.last() < building;
            int noun = Buildings.noun(sentence, name);
            if (noun > building) {
                owner = name.last();
                building = noun;
            }
            if (!partOfBuilding && !isOrdinaryWord(name, sentence, rules, lowerCaseWords, text)) {
                RoleRules.Verdict verdict = rules.decide(name, previous);
                ExpectedKind expected = rules.expected(name);
                String surface = name.span().of(text.written());
                List<NameMatch> matches =
                        expected == ExpectedKind.WATER ? waters.of(surface, name.matches()) : name.matches();
                found.add(
                        new ToponymMention(name.span(), surface, verdict.role(), expected, matches, verdict.reason()));
                previous = name.last();
            }
        }
        return found;
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
                        ? SharedRoles.with(m, ToponymRole.PERSON, m.expected(), "the report gives a person this name")
                        : m)
                .toList();
    }

    /** The mention at exactly this span, taken for a literal place where it is no demonym. */
    public ToponymMention readAt(AnalysedText text, Span span) {
        String surface = span.of(text.text());
        Sentence sentence = text.sentenceAt(span.start());
        Language language = text.languageOf(sentence);
        List<NameMatch> matches = new ArrayList<>(language == Language.EN ? abbreviations.matches(surface) : List.of());
        if (matches.isEmpty()) {
            matches.addAll(known.lookup(surface, language));
        }
        boolean demonym = matches.isEmpty();
        if (demonym) {
            known.findByDemonym(surface, language)
                    .ifPresent(country -> matches.add(
                            new NameMatch(country, country.name(), NameMatch.Kind.VARIANT, NameMatch.Level.FOLDED)));
        }
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
                return new NounsBeside(ScannedSentence.of(text, sentence, false))
                        .expected(new NameScanner.Found(i, last, span, NameScanner.Found.Kind.NAME, List.of()));
            }
        }
        return ExpectedKind.ANY;
    }

    /**
     * A single capitalised word that the text also writes in lower case, or that opens a sentence without any sign of
     * being a place, is taken for an ordinary word.
     */
    private static boolean isOrdinaryWord(
            NameScanner.Found name,
            ScannedSentence sentence,
            RoleRules rules,
            Set<String> lowerCaseWords,
            AnalysedText text) {
        if (name.kind() != NameScanner.Found.Kind.NAME
                || name.first() != name.last()
                || !sentence.language().hasCapitals()) {
            return false;
        }
        String word = sentence.tokens().get(name.first()).lower();
        if (lowerCaseWords.contains(word)) {
            return true;
        }
        boolean opens = name.first() == 0
                || (name.first() == 1 && !sentence.tokens().getFirst().isWord());
        if (sentence.capitals() == ScannedSentence.Capitals.IN_TITLE) {
            return isSmall(name, LARGE_IN_TITLE) && !isPlaced(name, sentence, rules);
        }
        boolean smallPlace = isSmall(name, LARGE_AT_OPENING)
                || (sentence.language().isSlavic()
                        && name.matches().stream().allMatch(m -> m.level() == NameMatch.Level.ROMANISED));
        return opens
                && smallPlace
                && !isHeading(name, sentence, text)
                && rules.expected(name) == ExpectedKind.ANY
                && text.text().indexOf(name.span().of(text.text()), name.span().end()) < 0;
    }

    private static boolean isSmall(NameScanner.Found name, int population) {
        return name.matches().stream()
                .allMatch(
                        m -> m.place().feature().isPopulatedPlace() && m.place().population() < population);
    }

    /** Where every word has a capital, only the words around a name tell it from "Hit" and "Rock". */
    private static boolean isPlaced(NameScanner.Found name, ScannedSentence sentence, RoleRules rules) {
        int before = name.first() - 1;
        return sentence.is("locative", before)
                || sentence.is("spatial_verb", before)
                || sentence.is("attack_preposition", before)
                || sentence.is("of", before)
                || sentence.is("conjunction", before)
                || sentence.word(before).equals(",")
                || sentence.word(name.last() + 1).equals(",")
                || rules.expected(name) != ExpectedKind.ANY;
    }

    /** "Yakovlivka, Kharkiv region." and "Makariv.": a name that opens with its unit, or is all there is before the stop. */
    private static boolean isHeading(NameScanner.Found name, ScannedSentence sentence, AnalysedText text) {
        List<Token> tokens = sentence.tokens();
        int next = name.last() + 1;
        if (next >= tokens.size()
                || (next == tokens.size() - 1 && !tokens.get(next).isWord())) {
            return text.sentences().size() > 1;
        }
        if (sentence.is("settlement_noun", next)) {
            return true;
        }
        boolean unitFollows =
                tokens.get(next).text().equals(",") || tokens.get(next).text().equals("(");
        for (int i = next + 1; unitFollows && i < Math.min(tokens.size(), next + 4); i++) {
            if (sentence.is("admin1_noun", i) || sentence.is("admin2_noun", i)) {
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
