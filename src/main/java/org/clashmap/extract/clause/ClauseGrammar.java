package org.clashmap.extract.clause;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.clashmap.extract.table.ArabicWords;
import org.clashmap.extract.table.WordClasses;
import org.clashmap.text.Language;
import org.clashmap.text.Token;

/**
 * The little grammar that clauses are cut by: which words are finite verbs, which open a clause, which join two. English
 * verbs are known from tables and endings, Ukrainian and Russian ones from endings, less a table of look-alikes, Arabic,
 * French and Spanish ones from tables. It errs towards fewer verbs, so towards longer clauses.
 */
public final class ClauseGrammar {
    /** Stands for a month whose name is also another word. */
    static final String MONTH = "month-name";

    private static final Set<String> UK_ENDINGS = Set.of(
            "ав", "ив", "яв", "ув", "ов", "ала", "ила", "іла", "яла", "ула", "ола", "ало", "ило", "іло", "яло", "уло",
            "али", "или", "іли", "яли", "ули", "оли", "ано", "яно", "ено", "єно", "ито", "ято", "уто", "ато", "ає",
            "ує", "яє", "іє", "ють", "уть", "ить", "ять", "жено", "гла", "гло", "гли", "кла", "кло", "кли", "сла",
            "сли", "зла", "зли", "їть");
    private static final Set<String> RU_ENDINGS = Set.of(
            "ал", "ил", "ел", "ял", "ул", "ыл", "ала", "ила", "ела", "яла", "ула", "ыла", "ало", "ило", "ело", "яло",
            "уло", "ыло", "али", "или", "ели", "яли", "ули", "ыли", "ана", "ано", "аны", "ена", "ено", "ены", "яны",
            "яно", "ает", "ует", "яет", "еет", "ают", "уют", "яют", "еют", "ит", "ят", "гла", "гло", "гли", "шел",
            "шла", "шло", "шли", "ято", "яты", "ыто", "ыты", "ито", "иты", "жен", "нен", "чен", "щен", "лен", "тан",
            "ван");
    private static final int SHORTEST_VERB = 4;
    private static final int LONGEST_ENDING = 4;

    private final Language language;
    private final WordClasses words;
    private final Set<String> verbs;
    private final Set<String> known;
    private final Map<String, Clause.Link> openers;

    /** @param presents verb forms in -s that are no nouns, from the triggers */
    public ClauseGrammar(Language language, WordClasses words, Set<String> presents) {
        this(language, words, presents, Set.of());
    }

    /**
     * @param verbs English verb forms in -s that are no nouns; of a language that is inflected by table all finite forms
     * @param known other words of the triggers, by which an Arabic word is told from what is written on to it
     */
    public ClauseGrammar(Language language, WordClasses words, Set<String> verbs, Set<String> known) {
        this.language = language;
        this.words = words;
        this.openers = openers(words);
        this.verbs = new HashSet<>(verbs);
        this.known = new HashSet<>(known);
    }

    /** A word as the tables have it: in lower case, with straight apostrophes; an Arabic one bare of what is written on to it. */
    String lower(Token token) {
        String plain = token.text()
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('ʼ', '\'')
                .replace('`', '\'')
                .replace('ё', 'е');
        return language == Language.AR ? arabic(plain) : plain;
    }

    private String arabic(String word) {
        return switch (word) {
            case "،" -> ",";
            case "؛" -> ";";
            case "؟" -> "?";
            default -> ArabicWords.bare(word, this::isKnown);
        };
    }

    private boolean isKnown(String word) {
        return verbs.contains(word) || known.contains(word) || words.hasAnywhere(word);
    }

    /** "and" written on to a verb, or to a small word before one, opens a clause. */
    boolean joins(Token token, String lower, boolean finite) {
        return language == Language.AR && (finite || is("verb_particle", lower)) && ArabicWords.hasJoint(token.text());
    }

    public WordClasses words() {
        return words;
    }

    public boolean is(String wordClass, String word) {
        return words.get(wordClass).has(word);
    }

    boolean isFinite(List<Token> tokens, String[] lower, int at) {
        String word = lower[at];
        if (!tokens.get(at).isWord() || is("never_verb", word)) {
            return false;
        }
        if (is("finite", word)) {
            return !(word.equals("may") && tokens.get(at).text().startsWith("Ma"));
        }
        return switch (language) {
            case EN -> isEnglishVerb(lower, at);
            case UK, RU -> isSlavicVerb(tokens, word, at);
            case AR, FR, ES -> verbs.contains(word) && isVerbHere(i -> i < 0 || i >= lower.length ? "" : lower[i], at);
        };
    }

    /** A word that is a verb or a noun is a verb where nothing before it opens a noun phrase and something follows. */
    public boolean isVerbHere(IntFunction<String> lower, int at) {
        if (!is("also_noun", lower.apply(at))) {
            return true;
        }
        String previous = lower.apply(at - 1);
        String next = lower.apply(at + 1);
        boolean phrase = is("determiner", previous)
                || is("preposition", previous)
                || is("adjective", previous)
                || is("quantity", previous)
                || is("wave", previous)
                || is("namer", previous);
        boolean complement = !next.isEmpty() && !is("of", next) && !is("adjective", next);
        return (at > 0 || language == Language.AR) && !phrase && complement;
    }

    private boolean isEnglishVerb(String[] lower, int at) {
        String word = lower[at];
        if (word.endsWith("n't")) {
            return true;
        }
        if (verbs.contains(word)) {
            return isPresent(lower, at);
        }
        boolean past = word.length() > SHORTEST_VERB && word.endsWith("ed") && word.indexOf('-') < 0;
        return past && !isAttributive(lower, at);
    }

    /** "Drone kills two", not "the raids on": a verb in -s has its object after it and no article before. */
    private boolean isPresent(String[] lower, int at) {
        String previous = at > 0 ? lower[at - 1] : "";
        String next = at + 1 < lower.length ? lower[at + 1] : "";
        boolean phrase = is("determiner", previous) || is("preposition", previous) || is("adjective", previous);
        boolean object = !next.isEmpty() && Character.isLetterOrDigit(next.charAt(0));
        return !phrase && object && !is("conjunction", next) && !next.equals("of");
    }

    /** "the wounded man", "an improvised mine", "of armed men": a participle before its noun. */
    boolean isAttributive(String[] lower, int at) {
        if (at + 1 >= lower.length) {
            return false;
        }
        String previous = at == 0 ? "" : lower[at - 1];
        boolean opensPhrase = at == 0
                || is("determiner", previous)
                || is("preposition", previous)
                || is("quantity", previous)
                || is("adjective", previous);
        String next = lower[at + 1];
        boolean nounFollows = !next.isEmpty()
                && Character.isLetter(next.charAt(0))
                && !is("preposition", next)
                && !is("finite", next)
                && !is("conjunction", next)
                && !is("determiner", next)
                && !is("quantity", next)
                && !is("adverb", next);
        return opensPhrase && nounFollows;
    }

    private boolean isSlavicVerb(List<Token> tokens, String word, int at) {
        boolean name = at > 0 && tokens.get(at).isCapitalised();
        String stem = withoutReflexive(word);
        if (name || stem.length() < SHORTEST_VERB) {
            return false;
        }
        Set<String> endings = language == Language.UK ? UK_ENDINGS : RU_ENDINGS;
        for (int length = 2; length <= LONGEST_ENDING && length < stem.length(); length++) {
            if (endings.contains(stem.substring(stem.length() - length))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutReflexive(String word) {
        return word.endsWith("ся") || word.endsWith("сь") ? word.substring(0, word.length() - 2) : word;
    }

    /** How a clause that opens with this word hangs on the sentence, or MAIN if the word opens none. */
    Clause.Link link(String word) {
        return openers.getOrDefault(word, Clause.Link.MAIN);
    }

    private static Map<String, Clause.Link> openers(WordClasses words) {
        Map<String, Clause.Link> openers = new HashMap<>();
        for (Clause.Link link : Clause.Link.values()) {
            if (link != Clause.Link.MAIN && link != Clause.Link.SPEECH) {
                String wordClass = "opens_" + link.name().toLowerCase(Locale.ROOT);
                words.get(wordClass).words().forEach(word -> openers.putIfAbsent(word, link));
            }
        }
        return Map.copyOf(openers);
    }
}
