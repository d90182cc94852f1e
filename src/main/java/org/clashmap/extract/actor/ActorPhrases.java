package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.Actor;
import org.clashmap.extract.actor.ActorDraft.Pointer;
import org.clashmap.extract.actor.ActorLexicon.NationKind;
import org.clashmap.extract.actor.ActorLexicon.NounClass;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Puts the atoms of one sentence together into actor phrases, left to right: a nationality with the noun it belongs to
 * ("Russian attack drones", "Russia's defence ministry", "the army of Sudan", "війська Росії"), a named group with its noun
 * ("ELN guerrillas"), a noun alone, a state named for its government. One object per sentence.
 */
final class ActorPhrases {
    private static final int MOST_FILLERS = 4;
    private static final Set<String> POSSESSIVE_WORDS = Set.of(
            "its", "their", "his", "her", "його", "її", "їхні", "їхніх", "их", "его", "свои", "свої", "своих", "своїх");
    private static final Set<String> PRONOUNS = Set.of("they", "it", "вони", "они");
    private static final Pattern SLAVIC_ADJECTIVE =
            Pattern.compile("[\\p{L}'-]+(?:ий|ій|ый|ой|их|ых|ої|ого|ому|им|ым|ими|ыми|ая|яя|ое|ые|ие|і|а|у|ю)");
    private static final Set<NounClass> BEARS_ARMS =
            EnumSet.of(NounClass.FORCES, NounClass.WEAPON, NounClass.ARMED, NounClass.REBELS, NounClass.ACTNOUN);

    private final AnalysedText text;
    private final Sentence sentence;
    private final List<Token> tokens;
    private final @Nullable ActorAtom[] atoms;
    private final ActorMetonyms metonyms;
    private final List<ActorDraft> drafts = new ArrayList<>();

    ActorPhrases(AnalysedText text, Sentence sentence, @Nullable ActorAtom[] atoms) {
        this.text = text;
        this.sentence = sentence;
        this.tokens = sentence.tokens();
        this.atoms = atoms;
        this.metonyms = new ActorMetonyms(text.language(), tokens, atoms);
    }

    List<ActorDraft> drafts() {
        int i = 0;
        while (i < tokens.size()) {
            i = Math.max(i + 1, phraseAt(i));
        }
        return drafts;
    }

    /** Adds the phrase that starts at a token, if one does, and gives the token after it. */
    private int phraseAt(int i) {
        return switch (atoms[i]) {
            case ActorAtom.Group group -> group(group);
            case ActorAtom.Person person -> person(person, person.from());
            case ActorAtom.Body body -> body(body);
            case ActorAtom.Nation nation -> nation(nation);
            case ActorAtom.Noun noun -> noun(noun);
            case ActorAtom.Unit unit -> {
                add(unit.from(), unit.to(), NounClass.FORCES, null, null, words(unit.from(), unit.to()), Pointer.NONE);
                yield unit.to();
            }
            case null -> {
                if (PRONOUNS.contains(tokens.get(i).lower()) && metonyms.isVerbAt(i + 1)) {
                    add(i, i + 1, null, null, null, null, Pointer.PRONOUN);
                }
                yield i + 1;
            }
        };
    }

    private int group(ActorAtom.Group atom) {
        Actor actor = atom.group().actor();
        int after = skipPossessive(atom.to());
        ActorAtom.Noun head = headAfter(after);
        if (head != null && head.noun() == NounClass.OFFICE) {
            add(atom.from(), head.to(), NounClass.OFFICE, null, actor, null, Pointer.NONE);
            return head.to();
        }
        boolean absorbs = head != null && BEARS_ARMS.contains(head.noun()) && head.noun() != NounClass.ACTNOUN;
        int to = absorbs && head != null ? head.to() : atom.to();
        add(atom.from(), to, null, actor.country(), actor, null, Pointer.NONE);
        return to;
    }

    private int person(ActorAtom.Person atom, int from) {
        int possessive = skipPossessive(atom.to());
        ActorAtom.Noun head = possessive > atom.to() ? headAfter(possessive) : null;
        ActorLexicon.Person person = atom.person();
        if (head != null && (BEARS_ARMS.contains(head.noun()) || head.noun() == NounClass.GOVERNMENT)) {
            add(from, head.to(), head.noun(), person.iso2(), null, null, Pointer.NONE);
            return head.to();
        }
        Actor actor = new Actor(person.name(), Actor.Category.PERSON, person.iso2());
        add(withGivenName(person, from), atom.to(), null, person.iso2(), actor, null, Pointer.NONE);
        return atom.to();
    }

    /** Somebody of the table at a token, a given name before skipped. */
    private ActorAtom.@Nullable Person personAt(int at) {
        for (int i = at; i < Math.min(at + 2, tokens.size()); i++) {
            if (atoms[i] instanceof ActorAtom.Person person) {
                return person;
            }
            if (atoms[i] != null || !tokens.get(i).isCapitalised()) {
                return null;
            }
        }
        return null;
    }

    private int withGivenName(ActorLexicon.Person person, int from) {
        if (from == 0 || !tokens.get(from - 1).isCapitalised() || atoms[from - 1] != null) {
            return from;
        }
        boolean given = text.language() == Language.EN
                ? person.name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith(tokens.get(from - 1).lower())
                : from > 1 && !tokens.get(from - 1).lower().equals("пан");
        return given ? from - 1 : from;
    }

    private int body(ActorAtom.Body atom) {
        ActorAtom.Noun head = headAfter(skipPossessive(atom.to()));
        boolean person = head != null && head.noun() == NounClass.OFFICE;
        int to = head != null && (person || head.noun() == NounClass.FORCES || head.noun() == NounClass.WEAPON)
                ? head.to()
                : atom.to();
        add(atom.from(), to, person ? NounClass.OFFICE : atom.noun(), atom.iso2(), null, null, Pointer.NONE);
        return to;
    }

    private int nation(ActorAtom.Nation atom) {
        int possessive = skipPossessive(atom.to());
        boolean mayModify = atom.kind() == NationKind.DEMONYM
                || possessive > atom.to()
                || (atom.kind() == NationKind.COUNTRY && text.language() == Language.EN);
        int at = mayModify ? skipFillers(possessive) : possessive;
        if (mayModify && at < tokens.size() && atoms[at] instanceof ActorAtom.Unit unit) {
            add(
                    atom.from(),
                    unit.to(),
                    NounClass.FORCES,
                    atom.iso2(),
                    null,
                    words(unit.from(), unit.to()),
                    Pointer.NONE);
            return unit.to();
        }
        ActorAtom.Noun head = mayModify ? headAfter(possessive) : null;
        if (head != null) {
            return nationWithHead(atom, head);
        }
        if (atom.kind() == NationKind.DEMONYM) {
            if (metonyms.isPeople(atom)) {
                add(atom.from(), atom.to(), NounClass.NATIONALS, atom.iso2(), null, null, Pointer.NONE);
            }
        } else if (metonyms.isGovernment(atom)) {
            add(atom.from(), atom.to(), NounClass.GOVERNMENT, atom.iso2(), null, null, Pointer.METONYM);
        }
        return atom.to();
    }

    private int nationWithHead(ActorAtom.Nation atom, ActorAtom.Noun head) {
        int to = head.noun() == NounClass.ACTNOUN || head.noun() == NounClass.GOVNOUN ? atom.to() : head.to();
        Pointer pointer = head.noun() == NounClass.GOVNOUN ? Pointer.METONYM : Pointer.NONE;
        ActorAtom.Person holder = head.noun() == NounClass.OFFICE ? personAt(head.to()) : null;
        if (holder != null) {
            return person(holder, atom.from());
        }
        String associate = null;
        int after = head.to();
        int unit = unitAfter(after);
        if (unit >= 0 && BEARS_ARMS.contains(head.noun()) && atoms[unit] instanceof ActorAtom.Unit found) {
            associate = words(found.from(), found.to());
            to = found.to();
            after = to;
        }
        add(atom.from(), to, head.noun(), atom.iso2(), null, associate, pointer);
        return Math.max(after, to);
    }

    private int noun(ActorAtom.Noun atom) {
        ActorAtom.Noun head = atom.noun() == NounClass.FILLER ? null : compound(atom);
        if (head == null) {
            return atom.to();
        }
        ActorAtom.Person holder = head.noun() == NounClass.OFFICE ? personAt(head.to()) : null;
        if (holder != null) {
            return person(holder, atom.from());
        }
        boolean owned = atom.from() > 0
                && POSSESSIVE_WORDS.contains(tokens.get(atom.from() - 1).lower());
        ActorAtom.Nation owner = nationAfter(head.to());
        int unit = unitAfter(head.to());
        String associate = unit >= 0 && BEARS_ARMS.contains(head.noun()) && atoms[unit] instanceof ActorAtom.Unit found
                ? words(found.from(), found.to())
                : null;
        if (owned && BEARS_ARMS.contains(head.noun()) && head.noun() != NounClass.ACTNOUN) {
            add(atom.from() - 1, head.to(), head.noun(), null, null, associate, Pointer.POSSESSIVE);
        } else if (owner != null && head.noun() != NounClass.ACTNOUN && head.noun() != NounClass.GOVNOUN) {
            boolean bodyOfState = head.noun() != NounClass.CIVILIANS;
            add(
                    atom.from(),
                    bodyOfState ? owner.to() : head.to(),
                    head.noun(),
                    owner.iso2(),
                    null,
                    associate,
                    Pointer.NONE);
            return bodyOfState ? owner.to() : head.to();
        } else if (head.mayStandAlone() || associate != null) {
            int to = associate != null && atoms[unit] instanceof ActorAtom.Unit found ? found.to() : head.to();
            add(atom.from(), to, head.noun(), null, null, associate, Pointer.NONE);
            return to;
        }
        return head.to();
    }

    /** The last noun of a compound that starts with this one: in "army spokesman" the spokesman. */
    private ActorAtom.Noun compound(ActorAtom.Noun first) {
        ActorAtom.Noun head = first;
        if (text.language() != Language.EN) {
            return head;
        }
        while (head.to() < tokens.size()
                && atoms[head.to()] instanceof ActorAtom.Noun next
                && next.noun() != NounClass.FILLER
                && head.noun() != NounClass.CIVILIANS
                && head.noun() != NounClass.NATIONALS
                && head.noun() != NounClass.OFFICE) {
            head = next;
        }
        return head;
    }

    /** The noun that a nationality ending before a token belongs to, over adjectives between. */
    private ActorAtom.@Nullable Noun headAfter(int at) {
        int start = skipFillers(at);
        for (int i = start; i >= at; i--) {
            if (i < tokens.size() && atoms[i] instanceof ActorAtom.Noun noun && noun.noun() != NounClass.FILLER) {
                return compound(noun);
            }
        }
        return null;
    }

    private int skipFillers(int at) {
        int i = at;
        while (i < tokens.size() && i - at < MOST_FILLERS) {
            boolean filler = atoms[i] instanceof ActorAtom.Noun noun
                    ? noun.noun() == NounClass.FILLER
                    : atoms[i] == null && isSlavicAdjective(i);
            if (!filler) {
                break;
            }
            i++;
        }
        return i;
    }

    private boolean isSlavicAdjective(int i) {
        Token token = tokens.get(i);
        return text.language() != Language.EN
                && token.isWord()
                && !token.isCapitalised()
                && token.text().length() > 4
                && SLAVIC_ADJECTIVE.matcher(token.text()).matches();
    }

    private int skipPossessive(int at) {
        if (at < tokens.size() && !tokens.get(at).isWord()) {
            String mark = ActorPatterns.plain(tokens.get(at).text());
            boolean adjacent =
                    at > 0 && tokens.get(at).start() == tokens.get(at - 1).end();
            if (adjacent && (mark.equalsIgnoreCase("'s") || mark.equals("'"))) {
                return at + 1;
            }
        }
        return at;
    }

    /** The state after a noun: "army of Sudan", "troops from Rwanda", "війська Росії". */
    private ActorAtom.@Nullable Nation nationAfter(int at) {
        int i = at;
        if (text.language() == Language.EN) {
            if (i >= tokens.size()
                    || !Set.of("of", "from").contains(tokens.get(i).lower())) {
                return null;
            }
            i++;
            if (i < tokens.size() && tokens.get(i).lower().equals("the")) {
                i++;
            }
        }
        return i < tokens.size() && atoms[i] instanceof ActorAtom.Nation nation && nation.kind() != NationKind.DEMONYM
                ? nation
                : null;
    }

    private int unitAfter(int at) {
        int i = at;
        while (i < tokens.size()
                && i < at + 3
                && Set.of("of", "from", "the", "з", "из").contains(tokens.get(i).lower())) {
            i++;
        }
        return i < tokens.size() && atoms[i] instanceof ActorAtom.Unit ? i : -1;
    }

    private String words(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end()).of(text.text());
    }

    private void add(
            int from,
            int to,
            @Nullable NounClass noun,
            @Nullable String iso2,
            @Nullable Actor named,
            @Nullable String associate,
            Pointer pointer) {
        Span span = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
        boolean people = noun == NounClass.NATIONALS || noun == NounClass.FORCES || noun == NounClass.CIVILIANS;
        drafts.add(new ActorDraft(sentence.index(), span, noun, iso2, named, associate, pointer, people));
    }
}
