package org.clashmap.extract.clause;

import java.util.List;
import org.clashmap.extract.table.ArabicWords;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/** A sentence with its words in lower case, its verbs marked and its clauses told apart. */
public final class ClauseSentence {
    private final List<Token> tokens;
    private final String[] lower;
    private final boolean[] finite;
    private final int[] clauseOf;
    private final List<Clause> clauses;
    private final boolean capitals;

    ClauseSentence(Sentence sentence, String[] lower, boolean[] finite, int[] clauseOf, List<Clause> clauses) {
        this.tokens = sentence.tokens();
        this.lower = lower;
        this.finite = finite;
        this.clauseOf = clauseOf;
        this.clauses = List.copyOf(clauses);
        this.capitals = tokens.stream().noneMatch(ClauseSentence::hasLowerCase);
    }

    private static boolean hasLowerCase(Token token) {
        return token.text().codePoints().anyMatch(Character::isLowerCase);
    }

    public int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** The word in lower case; empty outside the sentence. */
    public String lower(int index) {
        return index < 0 || index >= lower.length ? "" : lower[index];
    }

    /** Starts with a capital in a text that also has small letters. */
    public boolean capitalised(int index) {
        return !capitals && index >= 0 && index < size() && tokens.get(index).isCapitalised();
    }

    /** Written in capitals throughout, so that capitals tell nothing. */
    boolean allCapitals() {
        return capitals;
    }

    public boolean finite(int index) {
        return index >= 0 && index < finite.length && finite[index];
    }

    public int clauseIndex(int token) {
        return clauseOf[token];
    }

    public Clause clauseAt(int token) {
        return clauses.get(clauseOf[token]);
    }

    public Clause clause(int index) {
        return clauses.get(index);
    }

    public boolean sameClause(int one, int other) {
        return one >= 0 && other >= 0 && one < size() && other < size() && clauseOf[one] == clauseOf[other];
    }

    /** An Arabic preposition of one letter is written on to the word. */
    public boolean hasPreposition(int index) {
        return ArabicWords.hasPreposition(tokens.get(index).text(), lower[index]);
    }

    /** From the start of one token to the end of another. */
    public Span span(int first, int last) {
        return new Span(tokens.get(first).start(), tokens.get(last).end());
    }
}
