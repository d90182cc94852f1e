package org.clashmap.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The words of a WordprocessingML main part: a blank line between paragraphs, the cells of a table's row in one line with
 * "; " between. Deleted and hidden words, field codes and the second copy of text boxes are left out. One pass; memory is
 * the text's length.
 */
final class WordText {
    /** Longer than any document that people write; a part that is longer is refused. */
    private static final int LONGEST = ReportReader.LARGEST_BYTES;

    private static final Set<String> SKIPPED = Set.of("Fallback", "del", "moveFrom", "instrText");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private final Deque<List<String>> rows = new ArrayDeque<>();
    private final Deque<StringBuilder> cells = new ArrayDeque<>();
    private boolean inRunProperties;
    private boolean hidden;

    private WordText() {}

    static String of(XMLStreamReader xml) throws XMLStreamException {
        WordText words = new WordText();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (SKIPPED.contains(xml.getLocalName())) {
                    skip(xml);
                } else {
                    words.start(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                words.end(xml.getLocalName());
            }
        }
        return words.text.toString();
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "r" -> hidden = false;
            case "rPr" -> inRunProperties = true;
            case "vanish" -> hidden |= inRunProperties && isOn(xml);
            case "t" -> words(xml);
            case "tab" -> paragraph.append(' ');
            case "br", "cr" -> paragraph.append('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            case "tr" -> rows.push(new ArrayList<>());
            case "tc" -> cells.push(new StringBuilder());
            default -> {
                return;
            }
        }
    }

    /** A property without a value is on. */
    private static boolean isOn(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("val")) {
                String value = xml.getAttributeValue(i);
                return !value.equals("0") && !value.equals("false") && !value.equals("off");
            }
        }
        return true;
    }

    private void words(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (!hidden) {
                    paragraph.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                if (text.length() + paragraph.length() > LONGEST) {
                    throw new XMLStreamException("its text is longer than a report may be");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "rPr" -> inRunProperties = false;
            case "p" -> endParagraph();
            case "tc" -> {
                if (!rows.isEmpty() && !cells.isEmpty()) {
                    rows.peek().add(cells.pop().toString());
                }
            }
            case "tr" -> endRow();
            default -> {
                return;
            }
        }
    }

    private void endParagraph() {
        String line = paragraph
                .toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .strip();
        paragraph.setLength(0);
        if (line.isEmpty()) {
            return;
        }
        if (cells.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(line);
        } else {
            StringBuilder cell = cells.peek();
            cell.append(cell.isEmpty() ? "" : " ").append(line.replace('\n', ' '));
        }
    }

    private void endRow() {
        if (rows.isEmpty()) {
            return;
        }
        String row = TableRow.line(rows.pop());
        if (row.isEmpty()) {
            return;
        }
        if (cells.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(row);
        } else {
            // A table within a cell is part of that cell.
            StringBuilder outer = cells.peek();
            outer.append(outer.isEmpty() ? "" : " ").append(row);
        }
    }
}
