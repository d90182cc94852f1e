package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A token of CQL2 text.
 *
 * @param text the name, the text without its quotes, the digits, or the symbol
 * @param start where it starts in the filter, in code units
 */
record Token(Kind kind, String text, int start) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    private static final List<String> LONG_SYMBOLS = List.of("<>", "<=", ">=");
    private static final String SYMBOLS = "=<>()[],+-*/%^";

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    String upperCase() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** For messages. */
    String shown() {
        String shortened = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "the text '" + shortened + "'";
            case WORD, QUOTED_NAME, NUMBER, SYMBOL -> "\"" + shortened + "\"";
        };
    }

    /**
     * Cuts a filter into tokens; the last is END.
     *
     * @throws FilterException for what is no token
     */
    static List<Token> listAll(String filter) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < filter.length()) {
            int c = filter.codePointAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at += Character.charCount(c);
            } else {
                Token token = next(filter, at);
                tokens.add(token);
                at = end(filter, token);
            }
        }
        tokens.add(new Token(Kind.END, "", filter.length()));
        return tokens;
    }

    private static Token next(String filter, int at) {
        int c = filter.codePointAt(at);
        if (c == '\'') {
            return quoted(filter, at);
        }
        if (c == '"') {
            int close = filter.indexOf('"', at + 1);
            if (close < 0) {
                throw FilterException.at(at, "the name that starts here is not closed with \"");
            }
            return new Token(Kind.QUOTED_NAME, filter.substring(at + 1, close), at);
        }
        if (isDigit(c) || (c == '.' && at + 1 < filter.length() && isDigit(filter.charAt(at + 1)))) {
            return new Token(Kind.NUMBER, filter.substring(at, numberEnd(filter, at)), at);
        }
        if (isNameStart(c)) {
            int end = at;
            while (end < filter.length() && isNamePart(filter.codePointAt(end))) {
                end += Character.charCount(filter.codePointAt(end));
            }
            return new Token(Kind.WORD, filter.substring(at, end), at);
        }
        for (String symbol : LONG_SYMBOLS) {
            if (filter.startsWith(symbol, at)) {
                return new Token(Kind.SYMBOL, symbol, at);
            }
        }
        if (SYMBOLS.indexOf(c) >= 0) {
            return new Token(Kind.SYMBOL, Character.toString(c), at);
        }
        throw FilterException.at(at, "\"" + Character.toString(c) + "\" has no meaning here");
    }

    /** A text in single quotes; a quote inside is written '' or \'. */
    private static Token quoted(String filter, int at) {
        StringBuilder text = new StringBuilder();
        int i = at + 1;
        while (i < filter.length()) {
            char c = filter.charAt(i);
            boolean quoteFollows = i + 1 < filter.length() && filter.charAt(i + 1) == '\'';
            if ((c == '\'' || c == '\\') && quoteFollows) {
                text.append('\'');
                i += 2;
            } else if (c == '\'') {
                return new Token(Kind.TEXT, text.toString(), at);
            } else {
                text.append(c);
                i++;
            }
        }
        throw FilterException.at(at, "the text that starts here is not closed with '");
    }

    private static int end(String filter, Token token) {
        return switch (token.kind) {
            case TEXT -> textEnd(filter, token.start);
            case QUOTED_NAME -> token.start + token.text.length() + 2;
            case WORD, NUMBER, SYMBOL, END -> token.start + token.text.length();
        };
    }

    private static int textEnd(String filter, int start) {
        int i = start + 1;
        while (true) {
            char c = filter.charAt(i);
            if ((c == '\'' || c == '\\') && i + 1 < filter.length() && filter.charAt(i + 1) == '\'') {
                i += 2;
            } else if (c == '\'') {
                return i + 1;
            } else {
                i++;
            }
        }
    }

    private static int numberEnd(String filter, int at) {
        int i = digits(filter, at);
        if (i < filter.length() && filter.charAt(i) == '.') {
            i = digits(filter, i + 1);
        }
        if (i < filter.length() && (filter.charAt(i) == 'e' || filter.charAt(i) == 'E')) {
            int exponent = i + 1;
            if (exponent < filter.length() && "+-".indexOf(filter.charAt(exponent)) >= 0) {
                exponent++;
            }
            int end = digits(filter, exponent);
            if (end > exponent) {
                return end;
            }
        }
        return i;
    }

    private static int digits(String filter, int at) {
        int i = at;
        while (i < filter.length() && isDigit(filter.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(int c) {
        return c == '_' || c == ':' || Character.isLetter(c);
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || c == '.' || isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
