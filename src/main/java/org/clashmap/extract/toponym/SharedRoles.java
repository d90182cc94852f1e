package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.ToponymRole;
import org.clashmap.text.Language;
import org.clashmap.text.Token;

/** In "the villages of A and B" what is said of A holds for B, and B is a place because A is. */
final class SharedRoles {
    private SharedRoles() {}

    /** The mentions of a sentence, what one is told to be handed on to those listed with it. */
    static List<ToponymMention> alongLists(List<ToponymMention> mentions, ScannedSentence sentence) {
        List<ToponymMention> shared = new ArrayList<>(mentions);
        for (int i = 1; i < shared.size(); i++) {
            ToponymMention left = shared.get(i - 1);
            ToponymMention right = shared.get(i);
            String gap =
                    sentence.text().substring(left.span().end(), right.span().start());
            if (!isListGap(gap, sentence)) {
                continue;
            }
            if (sharesUnitNoun(left, right, sentence)) {
                left = with(left, left.role(), right.expected(), left.reason());
                shared.set(i - 1, left);
            }
            if (isStretch(left, sentence) && !right.role().equals(ToponymRole.PERSON)) {
                shared.set(i - 1, with(left, ToponymRole.LITERAL, left.expected(), "one end of a stretch of land"));
                shared.set(i, with(right, ToponymRole.LITERAL, right.expected(), "one end of a stretch of land"));
            } else if (left.isLiteral()
                    && right.role() == ToponymRole.METONYM
                    && left.reason().equals(RoleRules.BARE)) {
                shared.set(i - 1, with(left, ToponymRole.METONYM, left.expected(), "listed with a government"));
            } else if (left.isLiteral() && (right.isLiteral() || right.role() == ToponymRole.METONYM)) {
                boolean settlements =
                        right.expected() == ExpectedKind.ANY && left.expected() == ExpectedKind.SETTLEMENT;
                String reason = right.isLiteral() && !right.reason().equals(RoleRules.BARE)
                        ? right.reason()
                        : "listed with a place";
                shared.set(
                        i, with(right, ToponymRole.LITERAL, settlements ? left.expected() : right.expected(), reason));
            }
        }
        return shared;
    }

    /** "Kharkiv and Luhansk regions": a noun in the plural at the end of a list is that of the name before as well. */
    private static boolean sharesUnitNoun(ToponymMention left, ToponymMention right, ScannedSentence sentence) {
        boolean unit = right.expected() == ExpectedKind.ADMIN1 || right.expected() == ExpectedKind.ADMIN2;
        return unit
                && left.expected() == ExpectedKind.ANY
                && left.isLiteral()
                && sentence.language() == Language.EN
                && sentence.tokens().stream()
                        .filter(token -> token.start() >= right.span().end())
                        .findFirst()
                        .filter(noun -> noun.text().endsWith("s"))
                        .isPresent();
    }

    /** "The railway between A and B": land, where "talks between A and B" are governments. */
    private static boolean isStretch(ToponymMention left, ScannedSentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i).start() == left.span().start()) {
                int at = i - 1;
                while (at > 1 && sentence.is("article", at)) {
                    at--;
                }
                return sentence.is("between", at) && sentence.is("stretch_noun", at - 1);
            }
        }
        return false;
    }

    static ToponymMention with(ToponymMention mention, ToponymRole role, ExpectedKind expected, String reason) {
        return new ToponymMention(mention.span(), mention.text(), role, expected, mention.matches(), reason);
    }

    private static boolean isListGap(String gap, ScannedSentence sentence) {
        String words = gap.replace(',', ' ').replace('،', ' ').strip();
        return gap.indexOf('\n') < 0 && !gap.isBlank() && (words.isEmpty() || isConjunction(words, sentence));
    }

    /** "And", alone or with the article or "of" of the name that follows: "de Djibo et de Dori", "l'Ituri et le Nord-Kivu". */
    private static boolean isConjunction(String words, ScannedSentence sentence) {
        if (sentence.is("conjunction", words)) {
            return true;
        }
        String[] parts = words.replace("'", "' ").split("\\s+", -1);
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].isEmpty() && !sentence.is("article", parts[i]) && !sentence.is("of", parts[i])) {
                return false;
            }
        }
        return sentence.language() != Language.EN && sentence.is("conjunction", parts[0]);
    }
}
