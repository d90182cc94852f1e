package org.clashmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a message that are its own: without the signature and without what it quotes from earlier messages, which
 * would be dated by this message and not by theirs.
 *
 * @param leftOut whether anything was left out
 */
record MailBody(String text, boolean leftOut) {
    private static final Pattern QUOTED = Pattern.compile("^\\s*>.*");
    private static final Pattern EARLIER_MESSAGE = Pattern.compile(
            "^\\s*-{2,}\\s*(Original Message|Исходное сообщение|Оригінальне повідомлення|Початкове повідомлення|"
                    + "Reply Message)\\s*-{2,}\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "^.{0,200}(wrote|writes|пише|пишет|написав|написала|написал)[^.\\n]{0,80}:\\s*$", Pattern.UNICODE_CASE);

    /** A signature is short; a longer text after "-- " is none. */
    private static final int LONGEST_SIGNATURE_LINES = 15;

    static MailBody of(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int whole = lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).equals("-- ") && lines.size() - i <= LONGEST_SIGNATURE_LINES) {
                lines.subList(i, lines.size()).clear();
                break;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (EARLIER_MESSAGE.matcher(lines.get(i)).matches() && hasWords(lines.subList(0, i))) {
                lines.subList(i, lines.size()).clear();
                break;
            }
        }
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean introduces = i + 1 < lines.size()
                    && QUOTED.matcher(lines.get(i + 1)).matches()
                    && ATTRIBUTION.matcher(lines.get(i)).matches();
            if (!QUOTED.matcher(lines.get(i)).matches() && !introduces) {
                own.add(lines.get(i));
            }
        }
        // A message that is nothing but a quotation was sent for what it quotes.
        if (!hasWords(own)) {
            String unquoted = text.replaceAll("(?m)^[ \\t]*(>[ \\t]?)+", "");
            return new MailBody(unquoted.strip(), false);
        }
        return new MailBody(String.join("\n", own).strip(), own.size() < whole);
    }

    private static boolean hasWords(List<String> lines) {
        return lines.stream().anyMatch(line -> line.codePoints().anyMatch(Character::isLetter));
    }
}
