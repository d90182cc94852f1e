package org.clashmap.gazetteer;

/**
 * Finds the keys within a few edits of a query: letters put in, left out, changed, or two neighbours changed round. Walks the
 * sorted keys as the trie they are, with one row of the distance table for each letter (optimal string alignment, after
 * Wagner and Fischer 1974 and Damerau 1964), and leaves a branch when its row has no small number left. With one edit
 * some thousand branches are seen among 800,000 keys; with two only keys with the query's first letter are looked at.
 * For one thread and one query.
 */
final class SpellingWalk {
    /** What is found; ranges are of entries of the sorted keys. */
    interface Finding {
        /** Keys within some edits of the whole query. */
        void whole(int from, int to, int edits);

        /** Longer keys whose beginning is within some edits of the query. */
        void beginning(int from, int to, int edits);
    }

    private static final int SHORTEST_FOR_ONE = 4;
    private static final int SHORTEST_FOR_TWO = 8;
    private static final int SHORTEST_BEGINNING = 5;

    private final SortedKeys keys;
    private final String query;
    private final int most;
    private final Finding finding;
    private final int[][] rows;
    private final char[] path;

    private SpellingWalk(SortedKeys keys, String query, int most, Finding finding) {
        this.keys = keys;
        this.query = query;
        this.most = most;
        this.finding = finding;
        this.rows = new int[query.length() + most + 2][query.length() + 1];
        this.path = new char[query.length() + most + 2];
    }

    /** How many edits are forgiven in a query of some length. */
    static int mostEdits(int length) {
        return length < SHORTEST_FOR_ONE ? 0 : length < SHORTEST_FOR_TWO ? 1 : 2;
    }

    /**
     * Finds keys within the edits that the query's length forgives, and no more than a given number; one edit only is forgiven
     * in a beginning.
     */
    static void run(SortedKeys keys, String query, int limit, Finding finding) {
        int most = Math.min(limit, mostEdits(query.length()));
        if (most == 0) {
            return;
        }
        SpellingWalk walk = new SpellingWalk(keys, query, most, finding);
        for (int i = 0; i <= query.length(); i++) {
            walk.rows[0][i] = i;
        }
        boolean told = query.length() < SHORTEST_BEGINNING;
        if (most == 1) {
            walk.branches(0, keys.size(), 0, told);
        } else {
            String first = query.substring(0, 1);
            int from = keys.firstNotBefore(first);
            walk.branches(from, keys.endOf(first, from), 0, told);
        }
    }

    /**
     * The branches below a node, all or only those that can still lead to a match.
     *
     * @param from first of the entries that share their first {@code depth} characters
     * @param told that these all begin like the query
     */
    private void branches(int from, int to, int depth, boolean told) {
        int edits = rows[depth][query.length()];
        if (edits <= most && keys.at(from, depth) == SortedKeys.END) {
            finding.whole(from, keys.runEnd(from, to, depth), edits);
        }
        if (isSpent(rows[depth])) {
            String followers = followers(depth);
            for (int i = 0; i < followers.length(); i++) {
                char c = followers.charAt(i);
                int first = keys.firstFrom(from, to, depth, c);
                if (first < to && keys.at(first, depth) == c) {
                    branch(first, keys.runEnd(first, to, depth), depth, told);
                }
            }
            return;
        }
        int at = from;
        while (at < to) {
            int end = keys.runEnd(at, to, depth);
            if (isOfSameScript(keys.at(at, depth))) {
                branch(at, end, depth, told);
            }
            at = end;
        }
    }

    /** True when no edit is left for what follows a row, so that only letters of the query can. */
    private boolean isSpent(int[] row) {
        for (int edits : row) {
            if (edits < most) {
                return false;
            }
        }
        return true;
    }

    /** The letters that may follow a row that is spent: the next of the query, or the first of two changed round. */
    private String followers(int depth) {
        StringBuilder followers = new StringBuilder();
        for (int i = 0; i < query.length(); i++) {
            boolean next = rows[depth][i] <= most;
            boolean swapped = depth > 0
                    && i + 1 < query.length()
                    && path[depth - 1] == query.charAt(i + 1)
                    && rows[depth - 1][i] < most;
            if ((next || swapped) && followers.indexOf(query.substring(i, i + 1)) < 0) {
                followers.append(query.charAt(i));
            }
        }
        return followers.toString();
    }

    private void branch(int from, int to, int depth, boolean told) {
        char c = keys.at(from, depth);
        path[depth] = c;
        int[] row = rows[depth + 1];
        // A key longer than the query by more than the edits forgiven never passes, so the rows suffice.
        if (fill(row, depth, c) > most) {
            return;
        }
        int edits = row[query.length()];
        boolean close = !told && edits <= 1;
        if (close) {
            finding.beginning(from, to, edits);
        }
        branches(from, to, depth + 1, told || close);
    }

    /** The next row of the table; gives its least number. */
    private int fill(int[] row, int depth, char c) {
        int[] above = rows[depth];
        row[0] = depth + 1;
        int least = row[0];
        for (int i = 1; i <= query.length(); i++) {
            char wanted = query.charAt(i - 1);
            int edits = Math.min(above[i - 1] + (wanted == c ? 0 : 1), 1 + Math.min(above[i], row[i - 1]));
            boolean swapped =
                    depth > 0 && i > 1 && path[depth - 1] == wanted && query.charAt(i - 2) == c && wanted != c;
            if (swapped) {
                edits = Math.min(edits, rows[depth - 1][i - 2] + 1);
            }
            row[i] = edits;
            least = Math.min(least, edits);
        }
        return least;
    }

    /** Nobody mistypes a Cyrillic letter for an Arabic one: other blocks are not walked, nor what lies beyond a key's end. */
    private boolean isOfSameScript(char c) {
        return c == ' ' || (c != SortedKeys.END && c >> 8 == query.charAt(0) >> 8);
    }
}
