package org.clashmap.report;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes one line of each row of a table that holds data, such as a list of incidents. Tables that only lay a page out, as
 * old pages do, stay as they are: their cells are blocks of text.
 */
final class HtmlTables {
    private static final int LONGEST_CELL = 600;

    private HtmlTables() {}

    /** Replaces data rows by paragraphs. Changes the document. */
    static void flatten(Document page) {
        for (Element table : page.select("table")) {
            List<Element> rows = table.select("tr");
            if (!isData(table, rows)) {
                continue;
            }
            for (Element row : rows) {
                List<String> cells =
                        row.select("> td, > th").stream().map(Element::text).toList();
                boolean heads = row.select("> td").isEmpty() && rows.size() > 1;
                if (!heads) {
                    table.before(new Element("p").text(TableRow.line(cells)));
                }
            }
            table.remove();
        }
    }

    private static boolean isData(Element table, List<Element> rows) {
        if (!table.select("table table").isEmpty() || table.selectFirst("td p + p, td div, td ul, td form") != null) {
            return false;
        }
        boolean headed = table.selectFirst("th") != null;
        long several =
                rows.stream().filter(row -> row.select("> td, > th").size() > 1).count();
        boolean shortCells =
                table.select("td").stream().allMatch(cell -> cell.text().length() <= LONGEST_CELL);
        return shortCells && several * 2 > rows.size() && (headed || several >= 3);
    }
}
