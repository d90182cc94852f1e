package org.clashmap.extract.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clashmap.extract.Actor;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.SpeechMention.Speaker;
import org.clashmap.extract.SpeechMention.Standing;
import org.clashmap.extract.actor.ActorLexicon;
import org.clashmap.extract.actor.ActorList;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.Token;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * Makes a speaker of the words for one: the full name where the report gives it elsewhere, the party spoken for, and what
 * the word is worth. One object per report.
 */
final class SpeechSpeakers {
    private static final Pattern LEADING = Pattern.compile(
            "^(?:(?:but|and|meanwhile|however|the|a|an|while|also|but the|але|проте|однак|но|а|і|та|и)[, ]+)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TITLE =
            Pattern.compile("(?i)mr|mrs|ms|dr|gen|col|maj|lt|capt|sgt|prof|пан|пані|г-н|г-жа");
    private static final Map<Standing, Pattern> STANDINGS = standings();
    private static final Map<Pattern, String> INSTITUTIONS = institutions();

    private final AnalysedText text;
    private final List<ActorMention> mentions;
    private final Map<String, String> fullNames = new HashMap<>();
    private final Map<String, Standing> standingOf = new HashMap<>();
    private final Set<String> parties = new TreeSet<>();

    SpeechSpeakers(AnalysedText text, List<ActorMention> mentions) {
        this.text = text;
        this.mentions = mentions;
        text.sentences().forEach(this::collectNames);
        for (ActorMention mention : mentions) {
            if (mention.side() != null && (isArmed(mention.actor()) || isAtWar(mention.actor()))) {
                parties.add(mention.side());
            }
        }
    }

    private static boolean isArmed(Actor actor) {
        return actor.category().isArmed() && !actor.name().startsWith("Police");
    }

    /** The last person of the table named before a position, for "he said" in a report without an earlier speaker. */
    @Nullable
    Speaker lastPersonBefore(Span pronoun) {
        Speaker last = null;
        for (ActorMention mention : mentions) {
            if (mention.span().start() >= pronoun.start()) {
                break;
            }
            if (ActorLexicon.standard().findPerson(mention.actor().name()) != null) {
                last = of(mention.span(), mention.span());
            }
        }
        return last;
    }

    /** At war with somebody whose forces the report names. */
    private boolean isAtWar(Actor actor) {
        ActorList list = ActorList.standard();
        return mentions.stream()
                .map(ActorMention::actor)
                .distinct()
                .anyMatch(other -> isArmed(other) && list.atWar(actor, other, null));
    }

    /**
     * @param words the words for the speaker
     * @param context a little more, with a relative clause that may ask for the name to be withheld
     */
    Speaker of(Span words, Span context) {
        ActorMention mention = mentionIn(words);
        String written = stripped(words.of(text.text()));
        String name = name(written, mention);
        String party = mention == null ? null : mention.side();
        Standing standing = standing(context.of(text.text()), party);
        if (standing == Standing.OTHER) {
            standing = standingOf.getOrDefault(name, standing);
        }
        standingOf.putIfAbsent(name, standing);
        return new Speaker(words, name, party, standing);
    }

    /** Some word for a kind of speaker is among these: "hospital", "analysts". */
    static boolean isKindOfSpeaker(String words) {
        return STANDINGS.values().stream()
                .anyMatch(pattern -> pattern.matcher(words).find());
    }

    Speaker narrator(Span where) {
        return new Speaker(where, "narrator", null, Standing.NARRATOR);
    }

    /** The actor named in some words; one that speaks for a party first. */
    @Nullable
    ActorMention mentionIn(Span words) {
        ActorMention first = null;
        for (ActorMention mention : mentions) {
            if (mention.span().start() >= words.end()) {
                break;
            }
            if (mention.span().overlaps(words)) {
                if (mention.side() != null) {
                    return mention;
                }
                first = first == null ? mention : first;
            }
        }
        return first;
    }

    private String name(String written, @Nullable ActorMention mention) {
        if (mention != null
                && ActorLexicon.standard().findPerson(mention.actor().name()) != null) {
            return mention.actor().name();
        }
        String institution = institution(written, mention);
        if (institution != null) {
            return institution;
        }
        List<String> run = trailingCapitals(written);
        boolean organisation = mention != null
                && mention.actor().category() != Actor.Category.PERSON
                && mention.actor().category() != Actor.Category.CIVILIANS;
        if (organisation || run.isEmpty()) {
            return written;
        }
        if (TITLE.matcher(run.getFirst()).matches()) {
            run = run.subList(1, run.size());
        }
        if (run.size() == 1) {
            return fullNames.getOrDefault(run.getFirst(), written);
        }
        if (isKindOfSpeaker(String.join(" ", run))) {
            return written;
        }
        boolean roleBefore = !written.equals(String.join(" ", run));
        return roleBefore && fullNames.containsValue(String.join(" ", run)) ? String.join(" ", run) : written;
    }

    /** One name for a ministry or staff, and for a government or army named by a word that stands for it. */
    private static @Nullable String institution(String written, @Nullable ActorMention mention) {
        if (mention == null
                || mention.actor().country() == null
                || mention.actor().category() == Actor.Category.PERSON) {
            return null;
        }
        String state = ActorList.standard().stateName(mention.actor().country());
        for (Map.Entry<Pattern, String> entry : INSTITUTIONS.entrySet()) {
            if (entry.getKey().matcher(written).find()) {
                return entry.getValue().replace("{state}", state);
            }
        }
        boolean pointsElsewhere =
                mention.kind() == ActorMention.Kind.METONYM || mention.kind() == ActorMention.Kind.ANAPHOR;
        return pointsElsewhere ? mention.actor().name().replaceFirst(" \\(\\d{4}-.*\\)$", "") : null;
    }

    /** The capitalised words at the end of some words, titles included: "Mr Lough", "Andrii Sybiha". */
    private static List<String> trailingCapitals(String written) {
        List<String> run = new ArrayList<>();
        String[] words = written.split(" ", -1);
        for (int i = words.length - 1; i >= 0; i--) {
            String word = words[i];
            if (word.isEmpty() || !Character.isUpperCase(word.codePointAt(0))) {
                break;
            }
            run.addFirst(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
        }
        return run;
    }

    private void collectNames(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean pair = tokens.get(i).isCapitalised()
                    && tokens.get(i + 1).isCapitalised()
                    && !TITLE.matcher(tokens.get(i).text()).matches()
                    && tokens.get(i + 1).start() - tokens.get(i).end() == 1
                    && !SpeechCues.of(text.language())
                            .has(SpeechCues.Cue.BOUNDARY, tokens.get(i).lower());
            boolean endsName = i + 2 >= tokens.size() || !tokens.get(i + 2).isCapitalised();
            boolean startsName = i == 0 || !tokens.get(i - 1).isCapitalised();
            if (pair && endsName && startsName) {
                Span span = new Span(tokens.get(i).start(), tokens.get(i + 1).end());
                fullNames.putIfAbsent(tokens.get(i + 1).text(), span.of(text.text()));
            }
        }
    }

    private static String stripped(String words) {
        return LEADING.matcher(words.strip())
                .replaceFirst("")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Standing standing(String context, @Nullable String party) {
        for (Map.Entry<Standing, Pattern> entry : STANDINGS.entrySet()) {
            boolean independent = entry.getKey() != Standing.OFFICIAL;
            if (independent && entry.getValue().matcher(context).find()) {
                return entry.getKey();
            }
        }
        if (party != null) {
            return parties.contains(party) ? Standing.PARTY : Standing.OFFICIAL;
        }
        Pattern official = STANDINGS.get(Standing.OFFICIAL);
        return official != null && official.matcher(context).find() ? Standing.OFFICIAL : Standing.OTHER;
    }

    private static Map<Standing, Pattern> standings() {
        Map<Standing, Pattern> patterns = new LinkedHashMap<>();
        for (WordTable.Row row : WordTable.rows("extract/actors/standings", 3)) {
            patterns.put(
                    Standing.valueOf(row.get(0)),
                    Pattern.compile(
                            "(?<!\\p{L})(?:" + row.get(1) + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
        return patterns;
    }

    private static Map<Pattern, String> institutions() {
        Map<Pattern, String> names = new LinkedHashMap<>();
        for (WordTable.Row row : WordTable.rows("extract/actors/institutions", 3)) {
            names.put(Pattern.compile(row.get(0), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), row.get(1));
        }
        return names;
    }
}
