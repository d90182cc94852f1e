package org.clashmap.extract.actor;

import org.clashmap.extract.actor.ActorLexicon.NationKind;
import org.clashmap.extract.actor.ActorLexicon.NounClass;

/** A word or phrase of the actor tables in a sentence: tokens {@code from} (inclusive) to {@code to} (exclusive). */
sealed interface ActorAtom {
    int from();

    int to();

    /** A state by its name, its people, its capital or a seat of its government. */
    record Nation(int from, int to, String iso2, NationKind kind) implements ActorAtom {}

    /** A named armed group or organisation. */
    record Group(int from, int to, ActorLexicon.Group group) implements ActorAtom {}

    /** A body that says by itself whose it is ("IDF"). */
    record Body(int from, int to, String iso2, NounClass noun) implements ActorAtom {}

    /** Somebody of the table of people. */
    record Person(int from, int to, ActorLexicon.Person person) implements ActorAtom {}

    /** A common noun for people, bodies, weapons or acts. */
    record Noun(int from, int to, NounClass noun, boolean mayStandAlone) implements ActorAtom {}

    /** A numbered unit ("81st Airmobile Brigade"). */
    record Unit(int from, int to) implements ActorAtom {}
}
