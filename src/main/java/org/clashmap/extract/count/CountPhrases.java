package org.clashmap.extract.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.CountMention;
import org.clashmap.extract.count.CountPhrase.Estimate;
import org.clashmap.extract.count.CountPhrase.Head;
import org.clashmap.extract.count.CountPhrase.Trait;
import org.clashmap.extract.count.CountTable.Group;
import org.clashmap.extract.count.CountTable.Manner;
import org.clashmap.extract.number.NumberReader;
import org.clashmap.extract.number.NumberTokens;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds the figures of a sentence that can be counts, and passes over ages, dates, measures, money, unit numbers and
 * numbers of things. Used by one thread for one sentence; linear, as each figure looks at a bounded number of words.
 */
final class CountPhrases {
    private static final int LONGEST_NOUN_PHRASE = 4;
    private static final int LONGEST_ADJECTIVES = 4;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\p{Nd}{2}");
    private static final Set<String> BETWEEN = Set.of("between", "між", "между", "entre", "بين");
    private static final Set<String> FROM = Set.of("from", "від", "з", "із", "от", "с", "со", "de", "من");
    private static final Set<String> TO = Set.of("to", "до", "à", "a", "الي");
    private static final Set<String> OR = Set.of("or", "або", "чи", "или", "ou", "o", "او");
    private static final Set<String> AND = Set.of("and", "та", "і", "й", "и", "et", "y", "و");
    private static final Set<String> OF = Set.of("of", "de", "d'", "des", "من");
    private static final Set<String> MONEY = Set.of("$", "€", "£", "₴", "₽", "#", "№", "§");
    private static final Set<String> NOT_ONE_BEFORE = Set.of(
            "no", "any", "every", "this", "that", "number", "the", "at", "each", "only", "жоден", "ни", "жодна", "ещё");
    private static final Set<String> NOT_ONE_AFTER = Set.of(
            "another", "day", "side", "hand", "way", "thing", "more", "such", "reason", "одного", "другого", "одним",
            "к", "по");
    private static final Set<String> NUMERAL_ENDINGS = Set.of("х", "ти", "ми", "и", "ро", "тьох", "я", "мя", "ма");
    private static final Set<String> ARTICLES = Set.of("a", "an", "one", "another");
    private static final Set<String> QUOTES = Set.of("\"", "“", "”", "«", "»");
    private static final Set<String> DEFINITE = Set.of("the", "its", "his", "her", "their");

    private final CountTable table;
    private final Language language;
    private final NumberReader numbers;
    private final NumberTokens tokens;
    private final boolean[] dated;

    /** @param dated the tokens that belong to a time expression */
    CountPhrases(Language language, NumberTokens tokens, boolean[] dated) {
        this.table = CountTable.of(language);
        this.language = language;
        this.numbers = NumberReader.of(language);
        this.tokens = tokens;
        this.dated = dated;
    }

    /** The phrases in text order; they do not overlap. */
    List<CountPhrase> list() {
        List<CountPhrase> phrases = new ArrayList<>();
        int at = 0;
        int free = 0;
        while (at < tokens.size()) {
            CountPhrase phrase = dated[at] ? null : at(at, free);
            if (phrase == null) {
                at++;
            } else {
                phrases.add(phrase);
                at = Math.max(phrase.end(), at + 1);
                free = at;
            }
        }
        return phrases;
    }

    private @Nullable CountPhrase at(int at, int free) {
        Optional<NumberReader.Figure> figure = numbers.read(tokens, at);
        if (figure.isPresent() && figure.get().best() > 0) {
            return figure(at, free, figure.get());
        }
        if (words(Group.OFTEN, at) && nearAttack(at)) {
            int times = language == Language.EN
                    ? tokens.at(at).is("twice") ? 2 : 3
                    : tokens.at(at).form().startsWith("дв") ? 2 : 3;
            Estimate estimate = new Estimate(times, times, times, false);
            return new CountPhrase(at, at + 1, at + 1, estimate, Head.TIMES, null, Trait.PLAIN);
        }
        return words(Group.ONE, at) ? singular(at, free) : null;
    }

    private @Nullable CountPhrase figure(int at, int free, NumberReader.Figure figure) {
        int end = pastNumeralEnding(figure.end());
        if (end < 0 || isBarred(at, end) || isPronoun(at, end)) {
            return null;
        }
        int start = at;
        Estimate estimate = new Estimate(figure.low(), figure.best(), figure.high(), figure.approximate());
        Optional<NumberReader.Figure> second = rangeEnd(at, end);
        if (second.isPresent()) {
            end = second.get().end();
            estimate = new Estimate(figure.low(), figure.low(), second.get().high(), true);
            if (at > free && (BETWEEN.contains(before(at)) || FROM.contains(before(at)))) {
                start--;
            }
        }
        CountWords.Found<CountTable.Modifier> modifier = table.modifiers().findBefore(tokens, start);
        for (int i = 0; i < 4 && modifier != null && start - modifier.length() >= free; i++) {
            if (modifier.value() == CountTable.Modifier.MOST && words(Group.RISE, start - modifier.length() - 1)) {
                break;
            }
            start -= modifier.length();
            estimate = bend(estimate, modifier.value());
            modifier = table.modifiers().findBefore(tokens, start);
        }
        CountPhrase phrase = withNoun(start, end, estimate);
        return phrase == null || isYear(at, phrase) || isLabelled(at, phrase) ? null : phrase;
    }

    /** After "5-ро" or "3-х" where that is how a numeral is written; -1 when the figure is part of another word. */
    private int pastNumeralEnding(int end) {
        if (tokens.isGlued(end) && tokens.at(end).isWord() && tokens.at(end - 1).isNumber()) {
            return -1;
        }
        if (tokens.isGlued(end)
                && tokens.at(end).is("-")
                && tokens.isGlued(end + 1)
                && tokens.at(end + 1).isWord()) {
            return NUMERAL_ENDINGS.contains(tokens.at(end + 1).form()) ? end + 2 : -1;
        }
        return end;
    }

    private boolean isBarred(int at, int end) {
        String before = tokens.at(at - 1).form();
        boolean glued = tokens.isGlued(at) && !tokens.at(at - 1).isWord() && "-/:.,".contains(before);
        boolean joined = tokens.isGlued(end)
                && tokens.isGlued(end + 1)
                && ":/".contains(tokens.at(end).form())
                && !tokens.at(end).form().isEmpty();
        boolean listed = at == 0
                && tokens.at(at).isNumber()
                && (tokens.at(end).is(".") || tokens.at(end).is(")"))
                && end < tokens.size() - 1;
        boolean bracketed = tokens.at(at - 1).is("(") && tokens.at(end).is(")");
        boolean age = tokens.at(at - 1).is(",")
                && (tokens.at(end).is(",") || tokens.at(end).is(")"))
                && tokens.at(at - 2).capital();
        boolean overlapping = end > at && dated[end - 1];
        return glued || joined || listed || bracketed || age || overlapping || MONEY.contains(before);
    }

    /** "one" and its like where they do not count. */
    private boolean isPronoun(int at, int end) {
        boolean one = tokens.at(at).isWord()
                && end == at + 1
                && numbers.read(tokens, at).stream().anyMatch(f -> f.best() == 1);
        return one
                && (NOT_ONE_BEFORE.contains(before(at))
                        || NOT_ONE_AFTER.contains(tokens.at(end).form()));
    }

    private String before(int at) {
        return tokens.at(at - 1).form();
    }

    /** The second figure of "60 and 80", "5–7", "10 to 12", "від двох до чотирьох", if the first opens a range. */
    private Optional<NumberReader.Figure> rangeEnd(int at, int end) {
        String joint = tokens.at(end).form();
        boolean joins = joint.equals("-")
                || OR.contains(joint)
                || (joint.equals("to") && language == Language.EN)
                || (joint.equals("à") && language == Language.FR)
                || (AND.contains(joint) && BETWEEN.contains(before(at)))
                || (TO.contains(joint) && FROM.contains(before(at)));
        if (!joins) {
            return Optional.empty();
        }
        int first = numbers.read(tokens, at).map(NumberReader.Figure::best).orElse(0);
        return numbers.read(tokens, end + 1).filter(figure -> figure.best() > first);
    }

    private static Estimate bend(Estimate estimate, CountTable.Modifier modifier) {
        return switch (modifier) {
            case PLAIN -> estimate;
            case LEAST, MORE, ABOUT -> new Estimate(estimate.low(), estimate.best(), estimate.high(), true);
            case MOST -> new Estimate(1, estimate.best(), estimate.high(), true);
            case UNDER -> new Estimate(1, Math.max(1, estimate.best() - 1), Math.max(1, estimate.high() - 1), true);
        };
    }

    /** Looks for the counted noun; null when it is neither people nor acts. */
    private @Nullable CountPhrase withNoun(int start, int numberEnd, Estimate estimate) {
        CountMention.Kind inner = null;
        boolean partitive = isPartitive(numberEnd);
        int unknownEnd = -1;
        int at = numberEnd;
        int limit = numberEnd + LONGEST_NOUN_PHRASE + (partitive ? 2 : 0);
        while (at < limit && at < tokens.size() && !dated[at]) {
            if (OF.contains(tokens.at(at).form())
                    || (partitive && isDeterminer(at))
                    || QUOTES.contains(tokens.at(at).form())) {
                at++;
                continue;
            }
            boolean personNext = isPerson(at + 1);
            CountWords.Found<CountMention.Kind> cue = participle(at);
            if (isPerson(at)) {
                int end = at + Math.max(1, length(Group.PERSON, at));
                while (isPerson(end) && !dated[end]) {
                    end++;
                }
                inner = cue != null ? cue.value() : inner;
                return phrase(start, numberEnd, end, estimate, Head.PEOPLE, inner, partitive);
            }
            if (!tokens.at(at).isWord() && !tokens.at(at).is("%")) {
                break;
            }
            if (cue != null) {
                inner = personNext || unknownNoun(at + cue.length()) ? cue.value() : inner;
                if (inner == null) {
                    break;
                }
                at += cue.length();
                continue;
            }
            if (!personNext && words(Group.TIMES, at)) {
                return nearAttack(at) ? phrase(start, numberEnd, at + 1, estimate, Head.TIMES, null, false) : null;
            }
            if (!personNext && words(Group.ATTACK, at)) {
                return phrase(start, numberEnd, pastAttack(at), estimate, Head.ATTACK, null, false);
            }
            if (!personNext && (words(Group.MEASURE, at) || words(Group.THING, at))) {
                return null;
            }
            if (words(Group.STOP, at) || words(Group.LINK, at)) {
                break;
            }
            at++;
            unknownEnd = at;
        }
        Head head = unknownEnd > 0 ? Head.UNKNOWN : Head.NONE;
        return phrase(start, numberEnd, Math.max(unknownEnd, numberEnd), estimate, head, inner, partitive);
    }

    private CountPhrase phrase(
            int start,
            int numberEnd,
            int end,
            Estimate estimate,
            Head head,
            CountMention.@Nullable Kind inner,
            boolean partitive) {
        boolean part = words(Group.PART, numberEnd)
                || table.words(Group.PART).findBefore(tokens, start) != null
                || table.words(Group.PART).findBefore(tokens, start - 1) != null;
        Trait trait = part ? Trait.PART : partitive ? Trait.PARTITIVE : Trait.PLAIN;
        return new CountPhrase(start, numberEnd, end, estimate, head, inner, trait);
    }

    /** "one of the", "двоє з". */
    private boolean isPartitive(int at) {
        return (tokens.at(at).is("of") && isDeterminer(at + 1))
                || (language != Language.EN
                        && Set.of("з", "із", "из").contains(tokens.at(at).form()));
    }

    private boolean isDeterminer(int at) {
        return Set.of("the", "those", "these", "its", "his", "her", "their", "our", "з", "із", "из")
                .contains(tokens.at(at).form());
    }

    private boolean unknownNoun(int at) {
        return tokens.at(at).isWord()
                && !words(Group.STOP, at)
                && !words(Group.LINK, at)
                && !dated[at]
                && participle(at) == null
                && numbers.read(tokens, at).isEmpty();
    }

    /** The noun of an act with the words that follow it to make one: "штурмові дії". */
    private int pastAttack(int at) {
        int end = at;
        while (end < tokens.size() && words(Group.ATTACK, end)) {
            end++;
        }
        return end;
    }

    private CountWords.@Nullable Found<CountMention.Kind> participle(int at) {
        CountWords.Found<CountMention.Kind> both = table.cues(Manner.BOTH).find(tokens, at);
        if (both != null) {
            return both;
        }
        CountWords.Found<CountMention.Kind> passive = table.cues(Manner.PASSIVE).find(tokens, at);
        return passive != null ? passive : table.cues(Manner.PEOPLE).find(tokens, at);
    }

    private boolean nearAttack(int at) {
        for (int i = Math.max(0, at - 5); i < Math.min(tokens.size(), at + 5); i++) {
            if (words(Group.ATTACKVERB, i)) {
                return true;
            }
        }
        return false;
    }

    /** A year, and no count, unless people follow it. */
    private boolean isYear(int at, CountPhrase phrase) {
        String form = tokens.at(at).form();
        return YEAR.matcher(form).matches() && phrase.head() != Head.PEOPLE && phrase.head() != Head.ATTACK;
    }

    private boolean isLabelled(int at, CountPhrase phrase) {
        return words(Group.LABEL, at - 1) && phrase.head() != Head.PEOPLE;
    }

    /** "a watchman", "the driver", and in Ukrainian and Russian "61-річна жінка". */
    private @Nullable CountPhrase singular(int at, int free) {
        if (words(Group.THING, at + 1) || words(Group.PERSON, at + 1) || words(Group.ONE, at + 1)) {
            return null;
        }
        int start = at;
        for (int i = at - 1; i >= Math.max(free, at - LONGEST_ADJECTIVES - 2); i--) {
            String form = tokens.at(i).form();
            if (ARTICLES.contains(form) || (DEFINITE.contains(form) && language == Language.EN)) {
                Trait trait = ARTICLES.contains(form) ? Trait.SINGULAR : Trait.DEFINITE;
                return new CountPhrase(i, i + 1, at + 1, Estimate.ONE, Head.PEOPLE, null, trait);
            }
            boolean adjective = tokens.at(i).isNumber()
                    || tokens.at(i).is("-")
                    || (tokens.at(i).isWord()
                            && !words(Group.STOP, i)
                            && !words(Group.LINK, i)
                            && participle(i) == null
                            && table.cues(Manner.ACTIVE).find(tokens, i) == null);
            if (!adjective) {
                break;
            }
            if (language == Language.EN || tokens.at(i).isNumber()) {
                start = i;
            }
        }
        // A headline's "driver killed"; elsewhere an English noun without an article is no person of its own.
        if (language == Language.EN
                && at > 0
                && (tokens.at(at - 1).isWord() || tokens.at(at - 1).isNumber())) {
            return null;
        }
        return new CountPhrase(
                language == Language.EN ? at : start,
                at,
                at + 1,
                Estimate.ONE,
                Head.PEOPLE,
                null,
                language == Language.EN ? Trait.DEFINITE : Trait.SINGULAR);
    }

    private boolean isPerson(int at) {
        return words(Group.PERSON, at) || words(Group.ONE, at);
    }

    private boolean words(Group group, int at) {
        return table.words(group).matches(tokens, at);
    }

    private int length(Group group, int at) {
        CountWords.Found<Group> found = table.words(group).find(tokens, at);
        return found == null ? 0 : found.length();
    }
}
