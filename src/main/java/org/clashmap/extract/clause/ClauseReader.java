package org.clashmap.extract.clause;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.text.Sentence;
import org.clashmap.text.Token;

/**
 * Cuts a sentence into clauses: first into chunks at marks, conjunctions and opening words, then joins chunks that have no
 * verb of their own to their clause, and lets a clause go on after one that is set in between commas. Linear; a clause is
 * at most {@value #LONGEST} tokens, so that what looks around within one stays bounded.
 */
public final class ClauseReader {
    private static final int LONGEST = 120;
    private static final int SPEAKER_REACH = 9;
    private static final int LONG_QUOTE = 5;
    private static final int LONG_HEAD = 2;
    private static final String OPENING = "“«„";
    private static final String CLOSING = "”»";

    private final ClauseGrammar grammar;

    public ClauseReader(ClauseGrammar grammar) {
        this.grammar = grammar;
    }

    /** A stretch between two possible boundaries, with what stands before it. */
    private record Chunk(int from, int to, Joint joint, Clause.Link link, boolean finite, boolean speech) {}

    /** What stands between two chunks. */
    private enum Joint {
        NONE,
        /** After a verb of saying, without a mark. */
        CONTENT,
        WORD,
        COMMA,
        DASH,
        STRONG
    }

    public ClauseSentence read(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        String[] lower = new String[tokens.size()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = isMonth(tokens, i) ? ClauseGrammar.MONTH : grammar.lower(tokens.get(i));
        }
        boolean[] finite = new boolean[lower.length];
        for (int i = 0; i < lower.length; i++) {
            finite[i] = grammar.isFinite(tokens, lower, i);
        }
        boolean[] joined = new boolean[lower.length];
        for (int i = 0; i < lower.length; i++) {
            joined[i] = grammar.joins(tokens.get(i), lower[i], finite[i]);
        }
        List<Chunk> chunks = chunks(lower, finite, joined);
        return new Fold(tokens, chunks).sentence(sentence, lower, finite);
    }

    /** "13 May", "in March": the month, where "may" is a verb and "march" a protest. */
    private static boolean isMonth(List<Token> tokens, int at) {
        String word = tokens.get(at).text();
        if (!word.equals("May") && !word.equals("March")) {
            return false;
        }
        boolean besideNumber = (at > 0 && tokens.get(at - 1).kind() == Token.Kind.NUMBER)
                || (at + 1 < tokens.size() && tokens.get(at + 1).kind() == Token.Kind.NUMBER);
        return besideNumber
                || (at > 0 && tokens.get(at - 1).isWord() && !tokens.get(at - 1).isCapitalised());
    }

    private List<Chunk> chunks(String[] lower, boolean[] finite, boolean[] joined) {
        List<Chunk> chunks = new ArrayList<>();
        int from = 0;
        Joint joint = Joint.STRONG;
        for (int i = 0; i < lower.length; i++) {
            Joint here = joined[i] ? Joint.WORD : jointAt(lower, finite, i);
            boolean opener = i > from && opensAt(lower, i);
            boolean afterSpeech = i > from && contentStarts(lower, i);
            if (i > from && (here != Joint.NONE || opener || afterSpeech || i - from >= LONGEST)) {
                chunks.add(chunk(lower, finite, from, i, joint));
                from = i;
                joint = here != Joint.NONE ? here : opener ? Joint.WORD : afterSpeech ? Joint.CONTENT : Joint.STRONG;
                joint = joint == Joint.WORD && ",".equals(before(lower, i)) ? Joint.COMMA : joint;
            } else if (i == from && here.compareTo(joint) > 0) {
                joint = here;
            }
        }
        if (from < lower.length) {
            chunks.add(chunk(lower, finite, from, lower.length, joint));
        }
        return chunks;
    }

    private static String before(String[] lower, int at) {
        return at > 0 ? lower[at - 1] : "";
    }

    private Joint jointAt(String[] lower, boolean[] finite, int at) {
        String word = lower[at];
        if (word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0))) {
            char mark = word.charAt(0);
            if (mark == ';') {
                return Joint.STRONG;
            }
            if (mark == ',') {
                return Joint.COMMA;
            }
            if (mark == ':' && at > LONG_HEAD) {
                return betweenNumbers(lower, at) ? Joint.NONE : Joint.STRONG;
            }
            if (":—–()".indexOf(mark) >= 0) {
                return betweenNumbers(lower, at) ? Joint.NONE : Joint.DASH;
            }
            if (OPENING.indexOf(mark) >= 0 || CLOSING.indexOf(mark) >= 0) {
                return longQuote(lower, finite, at) ? Joint.STRONG : Joint.NONE;
            }
            return Joint.NONE;
        }
        return grammar.is("joins", word) ? Joint.WORD : Joint.NONE;
    }

    private static boolean betweenNumbers(String[] lower, int at) {
        return at > 0
                && at + 1 < lower.length
                && Character.isDigit(lower[at - 1].charAt(0))
                && Character.isDigit(lower[at + 1].charAt(0));
    }

    /** Only a quotation that says something of its own is a clause; quoted words belong to theirs. */
    private static boolean longQuote(String[] lower, boolean[] finite, int at) {
        boolean opens = OPENING.indexOf(lower[at].charAt(0)) >= 0;
        int step = opens ? 1 : -1;
        String marks = opens ? CLOSING : OPENING;
        int length = 0;
        boolean verb = false;
        for (int i = at + step; i >= 0 && i < lower.length && length <= LONGEST; i += step) {
            if (lower[i].length() == 1 && marks.indexOf(lower[i].charAt(0)) >= 0) {
                break;
            }
            verb |= finite[i];
            length++;
        }
        return length >= LONG_QUOTE && verb;
    }

    private boolean opensAt(String[] lower, int at) {
        if (grammar.link(lower[at]) == Clause.Link.MAIN) {
            return false;
        }
        // "on which", "из которых": the preposition belongs to the clause it opens
        return !(at > 0 && grammar.is("preposition", lower[at - 1]) && grammar.is("that", lower[at]));
    }

    /** "X said | the clash occurred": content without its "that". */
    private boolean contentStarts(String[] lower, int at) {
        return at > 0
                && grammar.is("speech_verb", lower[at - 1])
                && !isMark(lower[at])
                && !grammar.is("no_content", lower[at]);
    }

    private Chunk chunk(String[] lower, boolean[] finite, int from, int to, Joint joint) {
        int start = from;
        while (start < to && (isMark(lower[start]) || grammar.is("joins", lower[start]))) {
            start++;
        }
        Clause.Link link = Clause.Link.MAIN;
        boolean verb = false;
        boolean speech = false;
        for (int i = start; i < to; i++) {
            if (link == Clause.Link.MAIN && i - start < 2) {
                link = grammar.link(lower[i]);
            }
            if (finite[i] && !verb) {
                verb = true;
                speech = i - start <= SPEAKER_REACH && grammar.is("speech_verb", lower[i]);
            }
        }
        if (!verb && link != Clause.Link.MAIN && grammar.is("also_preposition", lower[start])) {
            link = Clause.Link.MAIN;
        }
        speech |= start < to && grammar.is("speaker_preposition", lower[start]);
        return new Chunk(from, to, joint, link, verb, speech && link == Clause.Link.MAIN);
    }

    private static boolean isMark(String word) {
        return word.isEmpty() || !Character.isLetterOrDigit(word.codePointAt(0));
    }

    /** Gives every chunk its clause. */
    private static final class Fold {
        private final List<Token> tokens;
        private final List<Chunk> chunks;
        private final int[] clauseOf;
        private final List<Clause.Link> links = new ArrayList<>();
        private final List<Integer> parents = new ArrayList<>();
        private final List<Boolean> complete = new ArrayList<>();
        private int current = -1;

        Fold(List<Token> tokens, List<Chunk> chunks) {
            this.tokens = tokens;
            this.chunks = chunks;
            this.clauseOf = new int[tokens.size()];
        }

        ClauseSentence sentence(Sentence sentence, String[] lower, boolean[] finite) {
            for (Chunk chunk : chunks) {
                current = clauseFor(chunk);
                if (chunk.finite()) {
                    complete.set(current, true);
                }
                for (int i = chunk.from(); i < chunk.to(); i++) {
                    clauseOf[i] = current;
                }
            }
            return new ClauseSentence(sentence, lower, finite, clauseOf, clauses(lower));
        }

        private int clauseFor(Chunk chunk) {
            if (current < 0 || chunk.joint() == Joint.STRONG) {
                return open(chunk.speech() && current >= 0 ? Clause.Link.SPEECH : chunk.link(), -1);
            }
            if (chunk.link() != Clause.Link.MAIN) {
                return open(chunk.link(), current);
            }
            if (chunk.joint() == Joint.CONTENT) {
                return chunk.finite() ? open(Clause.Link.CONTENT, current) : current;
            }
            if (chunk.speech() && (chunk.joint() == Joint.COMMA || chunk.joint() == Joint.DASH)) {
                return open(Clause.Link.SPEECH, current);
            }
            int outer = outerOf(current);
            boolean resumes =
                    chunk.joint() == Joint.COMMA && outer >= 0 && !complete.get(outer) && complete.get(current);
            if (resumes) {
                return outer;
            }
            boolean closes = chunk.joint() == Joint.COMMA && links.get(current) == Clause.Link.CONDITION;
            if (!chunk.finite() || (!complete.get(current) && !closes)) {
                return current;
            }
            boolean shares = chunk.joint() == Joint.WORD;
            return shares ? open(links.get(current), parents.get(current)) : open(Clause.Link.MAIN, -1);
        }

        /** The clause that an inserted one interrupts, or -1. */
        private int outerOf(int clause) {
            Clause.Link link = links.get(clause);
            return link == Clause.Link.MAIN || link == Clause.Link.CONDITION ? -1 : parents.get(clause);
        }

        private int open(Clause.Link link, int parent) {
            links.add(link);
            parents.add(parent);
            complete.add(false);
            return links.size() - 1;
        }

        private List<Clause> clauses(String[] lower) {
            int[] first = new int[links.size()];
            int[] last = new int[links.size()];
            java.util.Arrays.fill(first, -1);
            for (int i = 0; i < clauseOf.length; i++) {
                boolean edge = isMark(lower[i]);
                int clause = clauseOf[i];
                if (!edge || first[clause] < 0) {
                    boolean onlyMarks = first[clause] >= 0 && isMark(lower[first[clause]]);
                    first[clause] = first[clause] < 0 || onlyMarks ? i : first[clause];
                    last[clause] = i;
                }
            }
            List<Clause> clauses = new ArrayList<>();
            for (int i = 0; i < first.length; i++) {
                org.clashmap.text.Span span = new org.clashmap.text.Span(
                        tokens.get(first[i]).start(), tokens.get(last[i]).end());
                clauses.add(new Clause(span, links.get(i), parents.get(i)));
            }
            return clauses;
        }
    }
}
