package org.clashmap.extract.actor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.clashmap.extract.Actor;
import org.clashmap.extract.Actor.Category;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/** The words of the actor tables, as phrases. Loaded once, read-only. */
public final class ActorLexicon {
    private static final ActorLexicon STANDARD = new ActorLexicon();

    private final ActorPatterns<Group> groups = new ActorPatterns<>();
    private final ActorPatterns<Body> bodies = new ActorPatterns<>();
    private final ActorPatterns<NationWord> nations = new ActorPatterns<>();
    private final ActorPatterns<Person> people = new ActorPatterns<>();
    private final Map<String, Group> groupsByName = new HashMap<>();
    private final Map<String, Person> peopleByName = new HashMap<>();
    private final Map<Language, ActorPatterns<Noun>> nouns = new EnumMap<>(Language.class);

    /** What a common noun makes of a nationality. */
    enum NounClass {
        FORCES,
        STAFF,
        WEAPON,
        ACTNOUN,
        POLICE,
        MINISTRY,
        GOVERNMENT,
        GOVNOUN,
        OFFICE,
        CIVILIANS,
        NATIONALS,
        PROTESTERS,
        RIOTERS,
        ARMED,
        REBELS,
        ENEMY,
        OUR,
        FILLER
    }

    /** How a word names a state. */
    enum NationKind {
        COUNTRY,
        DEMONYM,
        CAPITAL,
        SEAT
    }

    /** @param stateFrom the year from which the group is its state's own forces, or null */
    record Group(Actor actor, @Nullable Integer stateFrom) {}

    record Body(String iso2, NounClass noun) {}

    record NationWord(String iso2, NationKind kind) {}

    /** @param mayStandAlone also without a nationality */
    record Noun(NounClass noun, boolean mayStandAlone) {}

    record Person(String name, String iso2, String office, int from, int to) {
        boolean inOffice(@Nullable Integer year) {
            return year == null || (from <= year && year <= to);
        }
    }

    private ActorLexicon() {
        for (WordTable.Row row : WordTable.rows("extract/actors/groups", 6)) {
            String iso2 = row.get(2).isEmpty() ? null : row.get(2);
            Integer stateFrom = row.get(3).isEmpty() ? null : Integer.valueOf(row.get(3));
            Group group = new Group(new Actor(row.get(0), Category.valueOf(row.get(1)), iso2), stateFrom);
            groups.addAll(row.get(4), group);
            groupsByName.put(row.get(0), group);
        }
        for (WordTable.Row row : WordTable.rows("extract/actors/forces", 4)) {
            bodies.addAll(row.get(2), new Body(row.get(0), NounClass.valueOf(row.get(1))));
        }
        for (WordTable.Row row : WordTable.rows("extract/actors/nations", 4)) {
            nations.addAll(row.get(2), new NationWord(row.get(0), NationKind.valueOf(row.get(1))));
        }
        for (WordTable.Row row : WordTable.rows("extract/actors/people", 7)) {
            int to = row.get(4).isEmpty() ? 9999 : Integer.parseInt(row.get(4));
            Person person = new Person(row.get(0), row.get(1), row.get(2), Integer.parseInt(row.get(3)), to);
            people.addAll(row.get(5), person);
            peopleByName.put(person.name(), person);
        }
        for (Language language : Language.values()) {
            nouns.put(language, new ActorPatterns<>());
        }
        for (WordTable.Row row : WordTable.rows("extract/actors/nouns", 5)) {
            nouns(Language.find(row.get(0)).orElseThrow())
                    .addAll(
                            row.get(3),
                            new Noun(NounClass.valueOf(row.get(1)), row.get(2).equals("any")));
        }
    }

    @Nullable
    Group findGroup(String name) {
        return groupsByName.get(name);
    }

    @Nullable
    public Person findPerson(String name) {
        return peopleByName.get(name);
    }

    public static ActorLexicon standard() {
        return STANDARD;
    }

    ActorPatterns<Group> groups() {
        return groups;
    }

    ActorPatterns<Body> bodies() {
        return bodies;
    }

    ActorPatterns<NationWord> nations() {
        return nations;
    }

    ActorPatterns<Person> people() {
        return people;
    }

    ActorPatterns<Noun> nouns(Language language) {
        return java.util.Objects.requireNonNull(nouns.get(language));
    }
}
