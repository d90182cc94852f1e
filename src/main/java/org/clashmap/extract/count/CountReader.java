package org.clashmap.extract.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.clashmap.extract.CountMention;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.count.CountPhrase.Head;
import org.clashmap.extract.count.CountPhrase.Trait;
import org.clashmap.extract.count.CountTable.Group;
import org.clashmap.extract.count.CountTable.Manner;
import org.clashmap.extract.number.NumberTokens;
import org.clashmap.extract.time.TimeReader;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of people and of acts in a text and says what became of the people, by the words beside the figure.
 * Follows ACLED's and UCDP's customs: "several" is two to three, "dozens" 12, "hundreds" 100; a party's losses and totals
 * since some day are cumulative; "four of them children" is part of the number before it and not given again. Stateless
 * and thread-safe; linear in the length of the text.
 *
 * <p>The mentions are in text order and do not overlap. "No casualties" gives none.
 */
public final class CountReader {
    private static final Set<String> JOINS = Set.of(
            "and",
            "or",
            ",",
            "та",
            "і",
            "й",
            "и",
            "або",
            "или",
            "також",
            "также",
            "well",
            "as",
            "а",
            "його",
            "її",
            "їхній",
            "їхня",
            "его",
            "ее",
            "их",
            "et",
            "ou",
            "ainsi",
            "que",
            "aussi",
            "également",
            "y",
            "e",
            "o",
            "u",
            "así",
            "como",
            "también",
            "además",
            "و",
            "او",
            "كما",
            "كذلك",
            "ايضا");

    private CountReader() {}

    public static List<CountMention> read(AnalysedText text) {
        List<Span> times = TimeReader.read(text, null).stream()
                .map(TimeMention::span)
                .sorted(Comparator.naturalOrder())
                .toList();
        List<CountMention> mentions = new ArrayList<>();
        int nextTime = 0;
        for (Sentence sentence : text.sentences()) {
            NumberTokens tokens = NumberTokens.of(text, sentence);
            boolean[] dated = new boolean[tokens.size()];
            for (int i = 0; i < dated.length; i++) {
                Span span = tokens.at(i).span();
                while (nextTime < times.size() && times.get(nextTime).end() <= span.start()) {
                    nextTime++;
                }
                dated[i] = nextTime < times.size() && times.get(nextTime).overlaps(span);
            }
            new OneSentence(text.language(), tokens, dated).read(mentions);
        }
        return List.copyOf(mentions);
    }

    /** The counts of one sentence, read from left to right. */
    private static final class OneSentence {
        private final CountTable table;
        private final Language language;
        private final NumberTokens tokens;
        private final CountCues cues;
        private final List<CountPhrase> phrases;
        private final CountMention.@Nullable Kind[] kinds;
        private final boolean[] loss;

        OneSentence(Language language, NumberTokens tokens, boolean[] dated) {
            this.language = language;
            this.table = CountTable.of(language);
            this.tokens = tokens;
            this.cues = new CountCues(language, tokens);
            this.phrases = new CountPhrases(language, tokens, dated).list();
            this.kinds = new CountMention.Kind[phrases.size()];
            this.loss = new boolean[phrases.size()];
        }

        void read(List<CountMention> mentions) {
            int consumedTo = 0;
            for (int i = 0; i < phrases.size(); i++) {
                consumedTo = Math.max(consumedTo, decide(i, consumedTo));
            }
            // "two soldiers and three civilians were killed": the first takes what is said of the second
            for (int i = phrases.size() - 2; i >= 0; i--) {
                if (kinds[i] == null && isPeople(i) && isFate(kinds[i + 1]) && isJoined(i + 1)) {
                    kinds[i] = kinds[i + 1];
                }
            }
            boolean sum = isSum();
            for (int i = 0; i < phrases.size(); i++) {
                CountMention mention = mention(i, sum);
                if (mention != null) {
                    mentions.add(mention);
                }
            }
        }

        /** Decides the kind of a phrase; the index up to which its cue is used up. */
        private int decide(int i, int consumedTo) {
            CountPhrase phrase = phrases.get(i);
            if (phrase.head() == Head.ATTACK || phrase.head() == Head.TIMES) {
                kinds[i] = CountMention.Kind.ATTACKS;
                return 0;
            }
            CountCues.Cue cue = cues.find(phrases, i, consumedTo);
            if (cue != null && isNearEnough(phrase, cue)) {
                kinds[i] = cue.kind();
                loss[i] = cue.manner() == Manner.LOSS;
                return cue.index() >= phrase.end() ? cue.index() + 1 : 0;
            }
            if (i > 0 && isFate(kinds[i - 1]) && isPeople(i) && isJoined(i)) {
                kinds[i] = kinds[i - 1];
            } else if (isRestated(i)) {
                kinds[i] = lastFate(i);
            }
            return 0;
        }

        /** The less is known of the noun, the nearer its verb must stand. */
        private boolean isNearEnough(CountPhrase phrase, CountCues.Cue cue) {
            if (cue.manner() == Manner.NOUN || cue.manner() == Manner.LOSS) {
                return true;
            }
            int limit = switch (phrase.trait()) {
                case PLAIN, PART ->
                    switch (phrase.head()) {
                        case PEOPLE -> language == Language.EN ? 6 : 5;
                        case UNKNOWN -> cue.kind() == CountMention.Kind.CAPTURED ? 0 : 2;
                        case NONE -> 1;
                        case ATTACK, TIMES -> 0;
                    };
                case SINGULAR -> language == Language.EN ? 1 : 2;
                case DEFINITE -> 0;
                case PARTITIVE -> 1;
            };
            return cue.cost() <= limit;
        }

        private boolean isPeople(int i) {
            Head head = phrases.get(i).head();
            return head == Head.PEOPLE || head == Head.NONE || isDemonym(phrases.get(i));
        }

        private static boolean isFate(CountMention.@Nullable Kind kind) {
            return kind != null && kind != CountMention.Kind.ATTACKS && kind != CountMention.Kind.PEOPLE;
        }

        /** Only "and", commas and their like stand between a phrase and the one before it. */
        private boolean isJoined(int i) {
            int from = phrases.get(i - 1).end();
            int to = phrases.get(i).start();
            for (int at = from; at < to; at++) {
                if (!JOINS.contains(tokens.at(at).form())) {
                    return false;
                }
            }
            return to > from;
        }

        /** "the governor spoke of at least 80": a bare figure after a verb of saying gives the number before it again. */
        private boolean isRestated(int i) {
            return phrases.get(i).head() == Head.NONE
                    && table.words(Group.SPEECH)
                                    .findBefore(tokens, phrases.get(i).start())
                            != null;
        }

        private CountMention.@Nullable Kind lastFate(int before) {
            for (int j = before - 1; j >= 0; j--) {
                if (isFate(kinds[j])) {
                    return kinds[j];
                }
            }
            return null;
        }

        /** Whether the sentence adds up over a long time. */
        private boolean isSum() {
            for (int at = 0; at < tokens.size(); at++) {
                if (table.words(Group.SUM).matches(tokens, at)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable CountMention mention(int i, boolean sum) {
            CountPhrase phrase = phrases.get(i);
            CountMention.Kind kind = kinds[i];
            if (kind == null) {
                boolean people = phrase.head() == Head.PEOPLE || isDemonym(phrase);
                boolean counted = phrase.trait() == Trait.PLAIN || phrase.trait() == Trait.PART;
                if (!people || !counted) {
                    return null;
                }
                kind = CountMention.Kind.PEOPLE;
            }
            boolean part = phrase.trait() == Trait.PART || (kinds[i] == null && followsPart(i));
            if (part && isPartOfEarlier(i, kind)) {
                return null;
            }
            CountPhrase.Estimate estimate = phrase.estimate();
            return new CountMention(
                    tokens.span(phrase.start(), phrase.end()),
                    kind,
                    estimate.low(),
                    estimate.best(),
                    estimate.high(),
                    estimate.approximate(),
                    loss[i] || (sum && isFate(kind)));
        }

        /** "including 51 soldiers and 78 rebels": the second belongs to the enumeration too. */
        private boolean followsPart(int i) {
            for (int j = i - 1; j >= 0 && phrases.get(j).trait() != Trait.PART; j--) {
                if (kinds[j] != null) {
                    return false;
                }
            }
            return phrases.stream().limit(i).anyMatch(earlier -> earlier.trait() == Trait.PART);
        }

        /** A part of the same fate, or of people whose fate is not told. */
        private boolean isPartOfEarlier(int i, CountMention.Kind kind) {
            for (int j = 0; j < i; j++) {
                if (kinds[j] == kind || (kinds[j] != null && kind == CountMention.Kind.PEOPLE)) {
                    return true;
                }
            }
            return false;
        }

        /** "12,000 North Koreans": an English plural with a capital. */
        private boolean isDemonym(CountPhrase phrase) {
            NumberTokens.Word last = tokens.at(phrase.end() - 1);
            return language == Language.EN
                    && phrase.head() == Head.UNKNOWN
                    && last.capital()
                    && (last.form().endsWith("ans")
                            || last.form().endsWith("ese")
                            || last.form().endsWith("is"));
        }
    }
}
