package org.clashmap.extract;

import java.util.List;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Span;

/**
 * A place name in a text with what the gazetteer knows under it; the matches may be empty when only the context says that
 * it is a place.
 *
 * @param expected what the words around it say it is
 * @param reason for the role, in words
 */
public record ToponymMention(
        Span span, String text, ToponymRole role, ExpectedKind expected, List<NameMatch> matches, String reason) {
    public ToponymMention {
        matches = List.copyOf(matches);
    }

    /** The reason for an adjective of a country before or after "border". */
    public static final String OF_BORDER = "the country whose border is named";

    public boolean isOfBorder() {
        return reason.equals(OF_BORDER);
    }

    public boolean isLiteral() {
        return role == ToponymRole.LITERAL;
    }
}
