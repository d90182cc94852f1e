package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.extract.Actor;
import org.clashmap.extract.Actor.Category;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * The seed list of states, their forces, and pairs at war, with the names ACLED and UCDP give them. Immutable and safe for
 * many threads.
 *
 * <p>ACLED puts the years of the government in the name of its forces, so the same army has several names; a report's year
 * picks one, the latest when the year is not known.
 */
public final class ActorList {
    private static final ActorList STANDARD = new ActorList();

    private final Map<String, State> states = new HashMap<>();
    private final List<Dyad> dyads = new ArrayList<>();
    private final List<Pact> pacts = new ArrayList<>();

    private record State(String name, List<Integer> since) {
        String years(@Nullable Integer year) {
            int chosen = -1;
            for (int i = 0; i < since.size(); i++) {
                if (year == null || since.get(i) <= year) {
                    chosen = i;
                }
            }
            if (chosen < 0) {
                return "";
            }
            String end = chosen + 1 < since.size() ? Integer.toString(since.get(chosen + 1)) : "";
            return " (" + since.get(chosen) + "-" + end + ")";
        }
    }

    private record Dyad(String a, String b, List<String> places, int from, int to, List<String> strikes) {
        boolean isOn(@Nullable Integer year) {
            return year == null ? to == 9999 : from <= year && year <= to;
        }
    }

    private record Pact(String ally, String beside, int from, int to) {}

    private ActorList() {
        for (WordTable.Row row : WordTable.rows("extract/actors/states", 4)) {
            List<Integer> since = row.get(2).isEmpty()
                    ? List.of()
                    : List.of(row.get(2).split(",")).stream()
                            .map(Integer::valueOf)
                            .toList();
            states.put(row.get(0), new State(row.get(1), since));
        }
        for (WordTable.Row row : WordTable.rows("extract/actors/dyads", 7)) {
            dyads.add(new Dyad(
                    row.get(0),
                    row.get(1),
                    List.of(row.get(2).split(",", -1)),
                    year(row.get(3), 0),
                    year(row.get(4), 9999),
                    List.of(row.get(5).split(",", -1))));
        }
        for (WordTable.Row row : WordTable.rows("extract/actors/allies", 5)) {
            pacts.add(new Pact(row.get(0), row.get(1), year(row.get(2), 0), year(row.get(3), 9999)));
        }
    }

    public static ActorList standard() {
        return STANDARD;
    }

    /** The state's name as coded names use it, or its code when it is not on the list. */
    public String stateName(String iso2) {
        State state = states.get(iso2);
        return state == null ? iso2 : state.name();
    }

    boolean knows(String iso2) {
        return states.containsKey(iso2);
    }

    public Actor militaryForces(String iso2, @Nullable Integer year) {
        return new Actor("Military Forces of " + nameWithYears(iso2, year), Category.STATE_FORCES, iso2);
    }

    public Actor policeForces(String iso2, @Nullable Integer year) {
        return new Actor("Police Forces of " + nameWithYears(iso2, year), Category.STATE_FORCES, iso2);
    }

    public Actor government(String iso2) {
        return new Actor("Government of " + article(iso2) + stateName(iso2), Category.GOVERNMENT, iso2);
    }

    /** A group known only by what it is, in a country: "Civilians (Ukraine)". */
    public Actor generic(String what, Category category, @Nullable String iso2) {
        return new Actor(iso2 == null ? what : what + " (" + stateName(iso2) + ")", category, iso2);
    }

    /**
     * The actor once the country of the event is known: "Civilians" becomes "Civilians (Ukraine)", "Military Forces" those of
     * the country, "Islamic State" its branch. An actor that already has a country stays as it is.
     */
    public Actor placed(Actor actor, @Nullable String iso2, @Nullable Integer year) {
        if (actor.country() != null || iso2 == null) {
            return actor;
        }
        return switch (actor.name()) {
            case "Military Forces" -> militaryForces(iso2, year);
            case "Police Forces" -> policeForces(iso2, year);
            case "Government" -> government(iso2);
            default ->
                actor.category() == Category.ORGANISATION || actor.category() == Category.PERSON
                        ? actor
                        : generic(actor.name(), actor.category(), iso2);
        };
    }

    /**
     * ACLED's inter code: 1 state forces at home, 2 rebels, 3 political militia and unidentified groups, 4 identity militia, 5
     * rioters, 6 protesters, 7 civilians, 8 state forces abroad and others.
     */
    public static int interCode(Actor actor, Optional<String> eventCountryIso2) {
        return switch (actor.category()) {
            case STATE_FORCES, GOVERNMENT, PERSON ->
                eventCountryIso2.isPresent()
                                && actor.country() != null
                                && !eventCountryIso2.get().equals(actor.country())
                        ? 8
                        : 1;
            case REBEL -> 2;
            case POLITICAL_MILITIA, UNIDENTIFIED -> 3;
            case IDENTITY_MILITIA -> 4;
            case RIOTERS -> 5;
            case PROTESTERS -> 6;
            case CIVILIANS -> 7;
            case ORGANISATION -> 8;
        };
    }

    /** The name UCDP gives the side: the government for its forces, the group by its short name, "Civilians". */
    public String ucdpSide(Actor actor) {
        return switch (actor.category()) {
            case STATE_FORCES, GOVERNMENT, PERSON ->
                actor.country() == null
                        ? actor.name()
                        : "Government of " + article(actor.country()) + stateName(actor.country());
            case CIVILIANS -> "Civilians";
            default -> actor.name().split(": ", 2)[0];
        };
    }

    /** The one opponent that a war of that year and place gives an actor, if the text leaves it out. */
    public Optional<Actor> findOpponent(Actor actor, Optional<String> eventCountry, @Nullable Integer year) {
        String key = dyadKey(actor);
        for (Dyad dyad : dyads) {
            boolean here = eventCountry.isEmpty() || dyad.places().contains(eventCountry.get());
            boolean now = dyad.isOn(year);
            if (here && now && dyad.a().equals(key)) {
                return Optional.of(side(dyad.b(), dyad, year));
            }
            if (here && now && dyad.b().equals(key)) {
                return Optional.of(side(dyad.a(), dyad, year));
            }
        }
        return Optional.empty();
    }

    /** The army whose air, drone, missile and artillery strikes fall on a country in a war of that year, if there is one. */
    Optional<Actor> findStriker(String eventCountry, @Nullable Integer year) {
        return dyads.stream()
                .filter(dyad -> dyad.isOn(year))
                .flatMap(dyad -> dyad.strikes().stream())
                .filter(strike -> strike.startsWith(eventCountry + "="))
                .map(strike -> militaryForces(strike.substring(strike.indexOf('=') + 1), year))
                .findFirst();
    }

    /** The two states whose war is fought in a country in that year, the attacker there first; empty when there is none. */
    List<Actor> listWarringStates(String eventCountry, @Nullable Integer year) {
        for (Dyad dyad : dyads) {
            boolean states = dyad.a().length() == 2 && dyad.b().length() == 2;
            if (states && dyad.isOn(year) && dyad.places().contains(eventCountry)) {
                return dyad.a().equals(eventCountry)
                        ? List.of(militaryForces(dyad.b(), year), militaryForces(dyad.a(), year))
                        : List.of(militaryForces(dyad.a(), year), militaryForces(dyad.b(), year));
            }
        }
        return List.of();
    }

    /** True when two states, or a state and a group, are listed as at war in that year. */
    public boolean atWar(Actor one, Actor other, @Nullable Integer year) {
        String a = dyadKey(one);
        String b = dyadKey(other);
        return dyads.stream()
                .anyMatch(dyad -> (year == null || (dyad.from() <= year && year <= dyad.to()))
                        && ((dyad.a().equals(a) && dyad.b().equals(b))
                                || (dyad.a().equals(b) && dyad.b().equals(a))));
    }

    /** Where a war is fought whose two sides are both among these, each a state's code or a group's name; first listed wins. */
    Optional<String> findTheatre(java.util.Set<String> sides, @Nullable Integer year) {
        return dyads.stream()
                .filter(dyad -> dyad.isOn(year))
                .filter(dyad -> sides.contains(dyad.a()) && sides.contains(dyad.b()))
                .map(dyad -> dyad.places().getFirst())
                .findFirst();
    }

    /** True when a state's own forces fought beside another's, so that its soldiers are an actor of their own. */
    boolean isAlly(String iso2, @Nullable Integer year) {
        return pacts.stream()
                .anyMatch(pact ->
                        pact.ally().equals(iso2) && (year == null || (pact.from() <= year && year <= pact.to())));
    }

    /** The same, beside a certain state. */
    boolean isAlly(String iso2, String beside, @Nullable Integer year) {
        return pacts.stream()
                .anyMatch(pact -> pact.ally().equals(iso2)
                        && pact.beside().equals(beside)
                        && (year == null || (pact.from() <= year && year <= pact.to())));
    }

    private Actor side(String key, Dyad dyad, @Nullable Integer year) {
        return key.length() == 2
                ? militaryForces(key, year)
                : new Actor(key, Category.REBEL, dyad.places().getFirst());
    }

    private static String dyadKey(Actor actor) {
        boolean state = actor.category() == Category.STATE_FORCES
                || actor.category() == Category.GOVERNMENT
                || actor.category() == Category.PERSON;
        return state && actor.country() != null ? actor.country() : actor.name();
    }

    private String nameWithYears(String iso2, @Nullable Integer year) {
        State state = states.get(iso2);
        return state == null ? iso2 : article(iso2) + state.name() + state.years(year);
    }

    private static String article(String iso2) {
        return switch (iso2) {
            case "US", "GB", "AE", "CD", "PH", "CF", "DO" -> "the ";
            default -> "";
        };
    }

    private static int year(String cell, int otherwise) {
        return cell.isEmpty() ? otherwise : Integer.parseInt(cell);
    }
}
