package org.clashmap.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts the words that French writes on to the next one from it: "d'Alep", "l'Ituri", "jusqu'à". The cut word keeps its
 * apostrophe. Names such as "N'Djaména" and "M'Bour", whose first letter is a capital no French word is elided to, stay.
 */
final class Elisions {
    private static final Set<String> ELIDED =
            Set.of("d", "l", "qu", "jusqu", "n", "s", "c", "j", "m", "t", "lorsqu", "puisqu");

    private static final Set<String> CAPITAL = Set.of("D", "L", "Qu", "Jusqu", "C", "J", "Lorsqu", "Puisqu");

    private Elisions() {}

    static List<Token> cut(List<Token> tokens) {
        List<Token> cut = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            int mark = apostrophe(token.text());
            String head = mark < 0 ? "" : token.text().substring(0, mark);
            boolean elided = ELIDED.contains(head) || (CAPITAL.contains(head) && !isName(token.text(), mark));
            if (!token.isWord() || !elided || mark + 1 >= token.text().length()) {
                cut.add(token);
                continue;
            }
            int middle = token.start() + mark + 1;
            cut.add(new Token(new Span(token.start(), middle), token.text().substring(0, mark + 1), Token.Kind.WORD));
            cut.add(new Token(new Span(middle, token.end()), token.text().substring(mark + 1), Token.Kind.WORD));
        }
        return cut;
    }

    /** Written in capitals throughout, nothing tells "L'AQUILA" from "L'ITURI": it is left whole. */
    private static boolean isName(String word, int mark) {
        String rest = word.substring(mark + 1);
        return rest.length() > 1 && rest.equals(rest.toUpperCase(Locale.ROOT));
    }

    private static int apostrophe(String word) {
        int straight = word.indexOf('\'');
        return straight >= 0 ? straight : word.indexOf('’');
    }
}
