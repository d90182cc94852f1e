package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clashmap.extract.Actor;
import org.clashmap.extract.actor.ActorLexicon.NounClass;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * People of one state in the ranks of another's forces, as a report tells them: "Chinese soldiers fighting alongside Putin's
 * forces". They are the other state's forces, with the nationality kept as an associate, unless their own state sent them
 * (the table of allies).
 */
final class ActorRanks {
    private static final Pattern IN_THE_RANKS = Pattern.compile(
            "\\b(?:alongside|ranks|units|join|joins|joined|joining|recruited|enlisted|serv(?:e|ed|ing) (?:in|with|for)"
                    + "|fight(?:ing|s)? (?:for|with|in)|fought (?:for|with|in)|on the side of|signed (?:a )?contracts? with)\\b"
                    + "|на боці|у складі|у? лавах|в рядах|в составе|на стороне|підрозділах|подразделениях|завербован|воює за|воюют за",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FARC_COUNTRY = Pattern.compile("FARC|Colombia|\\bELN\\b|guerrilla|Catatumbo|Cauca");
    private static final Pattern FRONT = Pattern.compile("\\d+(?:st|nd|rd|th) Front");

    private final Map<String, String> hosts;
    private final Map<String, String> words;

    /** A numbered guerrilla front as an actor. */
    record Front(String name, String country) {}

    private ActorRanks(Map<String, String> hosts, Map<String, String> words) {
        this.hosts = hosts;
        this.words = words;
    }

    static ActorRanks of(
            AnalysedText text,
            List<ActorDraft> drafts,
            @Nullable Integer year,
            Function<ActorDraft, @Nullable String> enemyCountry) {
        Map<String, String> hosts = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        List<ActorDraft> peopleOfSentence = new ArrayList<>();
        int sentence = -1;
        for (ActorDraft draft : drafts) {
            if (draft.sentence() != sentence) {
                peopleOfSentence.clear();
                sentence = draft.sentence();
            }
            String host = hostCountry(draft, enemyCountry);
            for (ActorDraft people : peopleOfSentence) {
                String nation = people.iso2();
                if (host != null && nation != null && isWithin(text, people, draft, host, year)) {
                    hosts.putIfAbsent(nation, host);
                    words.putIfAbsent(nation, firstWord(people.span().of(text.text())));
                }
            }
            if (draft.people() && draft.iso2() != null) {
                peopleOfSentence.add(draft);
            }
        }
        return new ActorRanks(hosts, words);
    }

    /** The state in whose ranks the report places people of this nationality, or null. */
    @Nullable
    String findHost(String nation) {
        return hosts.get(nation);
    }

    /** Words for the people: "Chinese nationals". */
    String nationals(String nation) {
        String word = words.getOrDefault(nation, "");
        boolean latin = !word.isEmpty() && word.codePointAt(0) < 0x250;
        return latin
                ? word + " nationals"
                : "Nationals of " + ActorList.standard().stateName(nation);
    }

    /** A numbered front ("33rd Front") of FARC dissidents where a report is about Colombia's war, else null. */
    static @Nullable Front front(@Nullable String unit, String text) {
        boolean found = unit != null
                && FRONT.matcher(unit).matches()
                && FARC_COUNTRY.matcher(text).find();
        return found ? new Front("FARC Dissidents - " + unit, "CO") : null;
    }

    private static @Nullable String hostCountry(ActorDraft draft, Function<ActorDraft, @Nullable String> enemyCountry) {
        if (draft.noun() == NounClass.ENEMY) {
            return enemyCountry.apply(draft);
        }
        boolean forces = draft.noun() == NounClass.FORCES
                || draft.noun() == NounClass.GOVERNMENT
                || (draft.named() != null && draft.named().category() == Actor.Category.PERSON);
        return forces ? draft.iso2() : null;
    }

    private static boolean isWithin(
            AnalysedText text, ActorDraft people, ActorDraft host, String hostCountry, @Nullable Integer year) {
        ActorList list = ActorList.standard();
        String nation = people.iso2();
        if (nation == null || nation.equals(hostCountry) || list.isAlly(nation, year)) {
            return false;
        }
        boolean enemies = list.atWar(list.militaryForces(nation, year), list.militaryForces(hostCountry, year), year);
        Span between = new Span(
                people.span().end(), Math.max(people.span().end(), host.span().end()));
        return !enemies && IN_THE_RANKS.matcher(between.of(text.text())).find();
    }

    private static String firstWord(String words) {
        int space = words.indexOf(' ');
        return space < 0 ? words : words.substring(0, space);
    }
}
