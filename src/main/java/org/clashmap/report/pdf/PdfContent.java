package org.clashmap.report.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of opening a PDF. */
public sealed interface PdfContent {
    /**
     * The text of its pages, in the order in which the file draws it.
     *
     * @param pages lines apart by {@code \n}, with {@link PdfPages#PARAGRAPH} where the layout sets paragraphs apart; a page
     *     without text has no letters
     * @param title from the document's properties, or null
     * @param created ISO 8601 day from the document's properties, or null
     */
    record Pages(
            List<String> pages,
            @Nullable String title,
            @Nullable String created) implements PdfContent {
        public Pages {
            pages = List.copyOf(pages);
        }
    }

    /** A password is asked for. */
    record Locked() implements PdfContent {}

    /** It is no PDF that can be read; says why in words. */
    record Broken(String why) implements PdfContent {}

    /** It asked for more memory, time or text than a report needs; says which. */
    record TooMuch(String what) implements PdfContent {}
}
