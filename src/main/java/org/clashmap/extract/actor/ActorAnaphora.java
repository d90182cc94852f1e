package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clashmap.extract.Actor;
import org.clashmap.extract.Actor.Category;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.ActorMention.Kind;
import org.clashmap.extract.actor.ActorDraft.Pointer;
import org.clashmap.extract.actor.ActorLexicon.NounClass;
import org.clashmap.text.AnalysedText;
import org.jspecify.annotations.Nullable;

/**
 * Settles whom the phrases of one report mean, in the order of the text. "The army" is the army named in this or the last
 * sentence, else that of the country the report is about, else the last army named; "its fighters" and "they" belong to the
 * last party named; "the enemy" is the enemy of the side that speaks. One object per report.
 */
final class ActorAnaphora {
    private static final Pattern RUSSIAN_SIDE = Pattern.compile(
            "Минобороны (?:РФ|России)|российские (?:войска|военные|военнослужащие)|наши войска|ВС РФ|подразделения группировки");
    private static final Pattern UKRAINIAN_SIDE = Pattern.compile(
            "ВСУ сообщ|Генштаб ВСУ|Силы обороны|ОВА|ОДА|Зеленск|офиса президента|оккупант|наши защитники|украинские защитники");

    private final AnalysedText text;
    private final ActorSetting setting;
    private final List<ActorDraft> drafts;
    private final ActorList list = ActorList.standard();
    private final Optional<String> homeCountry;
    private final Optional<String> speakingSide;
    private final ActorRanks ranks;
    private final List<ActorMention> mentions = new ArrayList<>();
    private final List<Integer> sentences = new ArrayList<>();

    ActorAnaphora(AnalysedText text, ActorSetting setting, List<ActorDraft> drafts) {
        this.text = text;
        this.setting = setting;
        this.drafts = drafts;
        this.homeCountry = setting.focusCountry().isPresent() ? setting.focusCountry() : inferredHome(drafts, setting);
        this.speakingSide = homeCountry.isEmpty()
                        || homeCountry.get().equals("UA")
                        || homeCountry.get().equals("RU")
                ? speakingSide(text)
                : Optional.empty();
        this.ranks = ActorRanks.of(text, drafts, setting.year(), this::enemyCountry);
    }

    List<ActorMention> mentions() {
        for (ActorDraft draft : drafts) {
            ActorMention mention = mention(draft);
            if (mention != null) {
                mentions.add(mention);
                sentences.add(draft.sentence());
            }
        }
        return mentions;
    }

    private @Nullable ActorMention mention(ActorDraft draft) {
        if (draft.pointer() == Pointer.PRONOUN) {
            ActorMention party = lastParty(draft.sentence(), isIt(draft) ? 0 : 1);
            return party == null ? null : pointing(draft, party);
        }
        if (draft.pointer() == Pointer.POSSESSIVE) {
            ActorMention party = lastParty(draft.sentence(), 1);
            return party == null ? described(draft, null) : pointing(draft, party);
        }
        if (draft.named() != null) {
            return named(draft, draft.named());
        }
        NounClass noun = draft.noun();
        if (noun == NounClass.ENEMY) {
            return enemy(draft);
        }
        if (noun == NounClass.OUR) {
            return ours(draft);
        }
        String host = draft.people() && draft.iso2() != null ? ranks.findHost(draft.iso2()) : null;
        if (host != null && draft.iso2() != null) {
            String within = ranks.nationals(draft.iso2());
            return new ActorMention(draft.span(), list.militaryForces(host, setting.year()), within, host, Kind.NAMED);
        }
        return described(draft, draft.iso2());
    }

    private ActorMention named(ActorDraft draft, Actor actor) {
        if (draft.noun() == NounClass.OFFICE) {
            String side =
                    actor.category() == Category.REBEL || actor.country() == null ? actor.name() : actor.country();
            Actor speaker = new Actor(capitalised(draft), Category.PERSON, actor.country());
            return new ActorMention(draft.span(), speaker, null, side, Kind.NAMED);
        }
        ActorLexicon.Group group = ActorLexicon.standard().findGroup(actor.name());
        Integer since = group == null ? null : group.stateFrom();
        if (since != null && actor.country() != null && (setting.year() == null || setting.year() >= since)) {
            Actor forces = list.militaryForces(actor.country(), setting.year());
            return new ActorMention(draft.span(), forces, actor.name(), actor.country(), Kind.NAMED);
        }
        return new ActorMention(draft.span(), actor, draft.associate(), sideOf(actor), Kind.NAMED);
    }

    private @Nullable ActorMention described(ActorDraft draft, @Nullable String iso2) {
        NounClass noun = draft.noun();
        if (noun == null) {
            return null;
        }
        Kind kind = draft.pointer() == Pointer.METONYM ? Kind.METONYM : iso2 != null ? Kind.NAMED : Kind.DESCRIBED;
        return switch (noun) {
            case FORCES, STAFF, WEAPON, ACTNOUN -> forces(draft, iso2, kind);
            case POLICE -> with(draft, police(iso2), kind);
            case MINISTRY, GOVERNMENT, GOVNOUN -> with(draft, government(draft, iso2), kind);
            case OFFICE -> office(draft, iso2);
            case CIVILIANS -> with(draft, list.generic("Civilians", Category.CIVILIANS, iso2), kind);
            case NATIONALS ->
                with(
                        draft,
                        sentByAlly(iso2) && iso2 != null
                                ? list.militaryForces(iso2, setting.year())
                                : list.generic("Civilians", Category.CIVILIANS, iso2),
                        kind);
            case PROTESTERS -> with(draft, list.generic("Protesters", Category.PROTESTERS, iso2), kind);
            case RIOTERS -> with(draft, list.generic("Rioters", Category.RIOTERS, iso2), kind);
            case ARMED -> with(draft, unidentified(iso2), kind);
            case REBELS -> rebels(draft, iso2);
            case ENEMY -> enemy(draft);
            case OUR -> ours(draft);
            case FILLER -> null;
        };
    }

    private ActorMention forces(ActorDraft draft, @Nullable String iso2, Kind kind) {
        if (iso2 != null) {
            Actor actor = iso2.equals("PS") ? unidentified(iso2) : list.militaryForces(iso2, setting.year());
            return with(draft, actor, kind);
        }
        ActorRanks.Front front = ActorRanks.front(draft.associate(), text.text());
        if (front != null) {
            return front(draft, front);
        }
        if (draft.noun() == NounClass.STAFF && speakingSide.isPresent()) {
            return with(draft, list.militaryForces(speakingSide.get(), setting.year()), Kind.ANAPHOR);
        }
        Actor last = lastStateForces(draft.sentence(), 1);
        if (last == null && setting.focusCountry().filter(this::hasForces).isPresent()) {
            last = list.militaryForces(setting.focusCountry().get(), setting.year());
        }
        if (last == null) {
            last = lastStateForces(draft.sentence(), Integer.MAX_VALUE);
        }
        if (last == null && homeCountry.filter(this::hasForces).isPresent()) {
            last = list.militaryForces(homeCountry.get(), setting.year());
        }
        Actor actor = last == null ? new Actor("Military Forces", Category.STATE_FORCES, null) : last;
        return with(draft, actor, last == null ? Kind.DESCRIBED : Kind.ANAPHOR);
    }

    /** The report names an army that this state's own troops fight beside. */
    private boolean sentByAlly(@Nullable String iso2) {
        return iso2 != null
                && drafts.stream()
                        .anyMatch(other -> other.iso2() != null && list.isAlly(iso2, other.iso2(), setting.year()));
    }

    private boolean hasForces(String iso2) {
        return list.knows(iso2) && !iso2.equals("PS") && !iso2.equals("HT");
    }

    private static ActorMention front(ActorDraft draft, ActorRanks.Front front) {
        Actor actor = new Actor(front.name(), Category.REBEL, front.country());
        return new ActorMention(draft.span(), actor, null, front.name(), Kind.NAMED);
    }

    private Actor police(@Nullable String iso2) {
        String country =
                iso2 != null ? iso2 : speakingSide.or(() -> homeCountry).orElse(null);
        return country == null || country.equals("PS")
                ? new Actor("Police Forces", Category.STATE_FORCES, null)
                : list.policeForces(country, setting.year());
    }

    private Actor government(ActorDraft draft, @Nullable String iso2) {
        if (iso2 != null) {
            return list.government(iso2);
        }
        ActorMention near = lastParty(draft.sentence(), 0);
        boolean sameState = near != null
                && near.actor().country() != null
                && (near.actor().category() == Category.GOVERNMENT
                        || near.actor().category() == Category.PERSON);
        String country = localCountry();
        if (sameState && near != null && speakingSide.isEmpty()) {
            country = near.actor().country();
        }
        return country == null ? new Actor("Government", Category.GOVERNMENT, null) : list.government(country);
    }

    /** Somebody in office; the person of the table when the report names that office holder. */
    private ActorMention office(ActorDraft draft, @Nullable String iso2) {
        String words = draft.span().of(text.text()).toLowerCase(Locale.ROOT);
        for (ActorDraft other : drafts) {
            if (other.named() != null && other.named().category() == Category.PERSON) {
                ActorLexicon.Person person =
                        ActorLexicon.standard().findPerson(other.named().name());
                if (person != null
                        && isOffice(words, person.office())
                        && (iso2 == null || iso2.equals(person.iso2()))
                        && person.inOffice(setting.year())) {
                    return new ActorMention(draft.span(), other.named(), null, person.iso2(), Kind.DESCRIBED);
                }
            }
        }
        String side = iso2 != null ? iso2 : localCountry();
        Actor actor = new Actor(capitalised(draft), Category.PERSON, side);
        return new ActorMention(draft.span(), actor, null, side, iso2 == null ? Kind.DESCRIBED : Kind.NAMED);
    }

    private static boolean isOffice(String words, String office) {
        return switch (office) {
            case "president" ->
                words.equals("president")
                        || words.endsWith(" president")
                        || words.startsWith("president of")
                        || words.contains("президент");
            case "prime minister" ->
                words.contains("prime minister") || words.contains("прем'єр") || words.contains("премьер");
            default -> words.contains(office);
        };
    }

    private @Nullable ActorMention rebels(ActorDraft draft, @Nullable String iso2) {
        if (iso2 != null) {
            return with(draft, unidentified(iso2), Kind.NAMED);
        }
        ActorRanks.Front front = ActorRanks.front(draft.associate(), text.text());
        if (front != null) {
            return front(draft, front);
        }
        for (int i = mentions.size() - 1; i >= 0 && draft.sentence() - sentences.get(i) <= 2; i--) {
            Category category = mentions.get(i).actor().category();
            if (category == Category.REBEL || category == Category.POLITICAL_MILITIA) {
                return pointing(draft, mentions.get(i));
            }
        }
        boolean bareGroup =
                draft.span().of(text.text()).toLowerCase(Locale.ROOT).endsWith("s group");
        return bareGroup ? null : with(draft, unidentified(null), Kind.DESCRIBED);
    }

    /** Whose mayors, police and administrations a report means when it does not say. */
    private @Nullable String localCountry() {
        return setting.focusCountry()
                .or(() -> speakingSide)
                .or(() -> homeCountry)
                .orElse(null);
    }

    private Actor unidentified(@Nullable String iso2) {
        return list.generic("Unidentified armed group", Category.UNIDENTIFIED, iso2);
    }

    private @Nullable ActorMention enemy(ActorDraft draft) {
        String country = enemyCountry(draft);
        if (country != null) {
            return new ActorMention(
                    draft.span(), list.militaryForces(country, setting.year()), null, country, Kind.ANAPHOR);
        }
        ActorMention party = lastParty(draft.sentence(), 1);
        Optional<Actor> opponent = party == null
                ? Optional.empty()
                : list.findOpponent(party.actor(), setting.focusCountry(), setting.year());
        return opponent.map(actor -> new ActorMention(draft.span(), actor, null, sideOf(actor), Kind.ANAPHOR))
                .orElse(null);
    }

    /** The state that "the enemy" or "the occupier" means when that is settled by who speaks, else null. */
    private @Nullable String enemyCountry(ActorDraft draft) {
        if (speakingSide.isPresent()) {
            return speakingSide.get().equals("UA") ? "RU" : "UA";
        }
        boolean ukraine = drafts.stream().anyMatch(other -> "UA".equals(other.iso2()));
        boolean occupier =
                draft.span().of(text.text()).toLowerCase(Locale.ROOT).matches(".*(?:occup|invad|оккуп|окуп).*");
        return ukraine && occupier ? "RU" : null;
    }

    private @Nullable ActorMention ours(ActorDraft draft) {
        if (speakingSide.isPresent()) {
            String side = speakingSide.get();
            return new ActorMention(draft.span(), list.militaryForces(side, setting.year()), null, side, Kind.ANAPHOR);
        }
        ActorMention party = lastParty(draft.sentence(), 1);
        return party == null || draft.span().of(text.text()).equals("us") ? null : pointing(draft, party);
    }

    /** A mention of the same actor; a government's "forces" are its army. */
    private ActorMention pointing(ActorDraft draft, ActorMention party) {
        Actor actor = party.actor();
        boolean official = actor.category() == Category.GOVERNMENT || actor.category() == Category.PERSON;
        boolean rebelOffice = actor.category() == Category.PERSON
                && party.side() != null
                && party.side().length() != 2;
        if (rebelOffice && party.side() != null) {
            ActorLexicon.Group group = ActorLexicon.standard().findGroup(party.side());
            actor = group == null ? actor : group.actor();
        } else if (official && actor.country() != null && draft.noun() != NounClass.GOVERNMENT) {
            actor = draft.pointer() == Pointer.PRONOUN ? actor : list.militaryForces(actor.country(), setting.year());
        }
        return new ActorMention(draft.span(), actor, draft.associate(), party.side(), Kind.ANAPHOR);
    }

    private ActorMention with(ActorDraft draft, Actor actor, Kind kind) {
        return new ActorMention(draft.span(), actor, draft.associate(), sideOf(actor), kind);
    }

    private static @Nullable String sideOf(Actor actor) {
        return switch (actor.category()) {
            case STATE_FORCES, GOVERNMENT, PERSON -> actor.country();
            case REBEL, POLITICAL_MILITIA, IDENTITY_MILITIA, ORGANISATION -> actor.name();
            case CIVILIANS, PROTESTERS, RIOTERS, UNIDENTIFIED -> null;
        };
    }

    private @Nullable Actor lastStateForces(int sentence, int reach) {
        for (int i = mentions.size() - 1; i >= 0 && sentence - sentences.get(i) <= reach; i--) {
            ActorMention mention = mentions.get(i);
            if (mention.actor().category() == Category.STATE_FORCES
                    && mention.actor().country() != null
                    && mention.actor().name().startsWith("Military")
                    && mention.associate() == null) {
                return mention.actor();
            }
        }
        return null;
    }

    /** The last party named no more than some sentences back: a state, a government, a group. */
    private @Nullable ActorMention lastParty(int sentence, int reach) {
        for (int i = mentions.size() - 1; i >= 0 && sentence - sentences.get(i) <= reach; i--) {
            ActorMention mention = mentions.get(i);
            boolean party = mention.side() != null && mention.actor().category() != Category.ORGANISATION;
            if (party) {
                return mention;
            }
        }
        return null;
    }

    /** The country of the war whose two sides the report names, else the country named most. */
    private static Optional<String> inferredHome(List<ActorDraft> drafts, ActorSetting setting) {
        Set<String> sides = new TreeSet<>();
        for (ActorDraft draft : drafts) {
            if (draft.named() != null && draft.named().category() != Category.PERSON) {
                sides.add(draft.named().name());
            } else if (draft.iso2() != null) {
                sides.add(draft.iso2());
            }
        }
        return ActorList.standard().findTheatre(sides, setting.year()).or(() -> mostNamed(drafts));
    }

    /** The country most often named by its forces, government or groups; the first named wins a tie. */
    private static Optional<String> mostNamed(List<ActorDraft> drafts) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> order = new ArrayList<>();
        for (ActorDraft draft : drafts) {
            if (draft.iso2() != null) {
                order.add(draft.iso2());
                counts.merge(draft.iso2(), 1, Integer::sum);
            }
        }
        String best = null;
        for (String country : order) {
            if (best == null || counts.getOrDefault(country, 0) > counts.getOrDefault(best, 0)) {
                best = country;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whose "our" and "enemy" a Ukrainian or Russian report speaks of; others speak for nobody. */
    private static Optional<String> speakingSide(AnalysedText text) {
        return switch (text.language()) {
            case EN, AR, FR, ES -> Optional.empty();
            case UK -> Optional.of("UA");
            case RU ->
                RUSSIAN_SIDE.matcher(text.text()).find()
                                && !UKRAINIAN_SIDE.matcher(text.text()).find()
                        ? Optional.of("RU")
                        : Optional.of("UA");
        };
    }

    private boolean isIt(ActorDraft draft) {
        return draft.span().of(text.text()).equalsIgnoreCase("it");
    }

    private String capitalised(ActorDraft draft) {
        String words = draft.span().of(text.text()).replaceAll("\\s+", " ");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
