package org.clashmap.exchange.outgoing;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking text for a formula, after OWASP's advice on CSV injection: an apostrophe goes before
 * {@code = + - @} and their full-width forms, a tab or a carriage return, where these begin a cell or what a program with
 * another separator would take for one. Numbers are left alone. An apostrophe that stands there already gets another one,
 * so that {@link #unguard} gives back exactly what was.
 */
public final class CellGuard {
    private static final String DANGEROUS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r";
    private static final String SEPARATORS = ";,|\t\r\n";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

    private CellGuard() {}

    public static String guard(String cell) {
        return isLeftAlone(cell) ? cell : rewritten(cell, 1);
    }

    /** What the cell was before {@link #guard}. */
    public static String unguard(String cell) {
        return isLeftAlone(cell) ? cell : rewritten(cell, -1);
    }

    /** With an apostrophe more or less wherever a dangerous character, after any apostrophes, would begin a cell. */
    private static String rewritten(String cell, int more) {
        StringBuilder text = new StringBuilder(cell.length() + 4);
        boolean atStart = true;
        int i = 0;
        while (i < cell.length()) {
            int run = i;
            while (atStart && run < cell.length() && cell.charAt(run) == '\'') {
                run++;
            }
            boolean dangerous = atStart && run < cell.length() && DANGEROUS.indexOf(cell.charAt(run)) >= 0;
            int apostrophes = run - i;
            text.repeat('\'', dangerous ? Math.max(0, apostrophes + more) : apostrophes);
            if (run == cell.length()) {
                break;
            }
            char c = cell.charAt(run);
            text.append(c);
            atStart = SEPARATORS.indexOf(c) >= 0;
            i = run + 1;
        }
        return text.toString();
    }

    private static boolean isLeftAlone(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (DANGEROUS.indexOf(cell.charAt(i)) >= 0) {
                return NUMBER.matcher(cell).matches();
            }
        }
        return true;
    }
}
