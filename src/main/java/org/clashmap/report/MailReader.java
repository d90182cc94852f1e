package org.clashmap.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.clashmap.notice.Severity;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads one e-mail message (RFC 5322, MIME): the text of its body, what its header says, and each message that was
 * forwarded inside it as a report of its own. Attachments are named in a notice and never opened. A message is read once
 * from front to back, and what is decoded from it is no longer than itself.
 */
final class MailReader {
    /** Messages forwarded within forwarded messages, at most. */
    private static final int DEEPEST = 5;

    private static final int MOST_HEADER_LINES = 2000;
    private static final int LONGEST_HEADER_LINE = 200_000;

    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxHeaderCount(MOST_HEADER_LINES)
            .setMaxHeaderLen(LONGEST_HEADER_LINE)
            .setMaxLineLen(-1)
            .build();

    private static final Pattern FIRST_LINE = Pattern.compile(
            "(Return-Path|Received|Delivered-To|DKIM-Signature|Message-ID|MIME-Version|From|To|Date|Subject|X-[\\w-]+):.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDER_NAME = Pattern.compile("^\\s*\"?([^\"<]*?)\"?\\s*<[^>]*>\\s*$");
    private static final Pattern ANGLED = Pattern.compile("<([^>]+)>");

    private final Reading reading;

    private MailReader(Reading reading) {
        this.reading = reading;
    }

    /** Whether the bytes begin with the header of a message; a text that merely quotes one has no Message-ID. */
    static boolean isMail(byte[] bytes, String ending) {
        String head = new String(bytes, 0, Math.min(bytes.length, 65_536), StandardCharsets.ISO_8859_1);
        int end = head.replace("\r\n", "\n").indexOf("\n\n");
        String header = (end < 0 ? head : head.replace("\r\n", "\n").substring(0, end)).toLowerCase(Locale.ROOT);
        boolean begins =
                FIRST_LINE.matcher(header.lines().findFirst().orElse("")).matches();
        boolean sent = has(header, "from") && has(header, "date");
        return begins && (ending.equals("eml") || (sent && (has(header, "message-id") || has(header, "mime-version"))));
    }

    private static boolean has(String header, String field) {
        return header.startsWith(field + ":") || header.contains("\n" + field + ":");
    }

    static void read(Reading reading, byte[] bytes) {
        new MailReader(reading).read(reading.name(), bytes, 0);
    }

    private void read(String where, byte[] bytes, int depth) {
        Message message = new Message();
        try {
            walk(where, bytes, depth, message);
        } catch (MimeException | IOException | RuntimeException broken) {
            if (message.text() == null) {
                reading.refuse(
                        "mail_broken",
                        where,
                        "the message cannot be read (" + broken.getMessage() + "). Save it again as .eml.");
                return;
            }
            reading.note(
                    "mail_cut", Severity.WARNING, where, "the message breaks off; what comes before is taken as it is");
        }
        String text = message.text();
        if (text == null) {
            reading.refuse(
                    "mail_no_text",
                    where,
                    "the message has no text of its own. Save its attachments and give" + " these.");
            return;
        }
        MailBody body = MailBody.of(text);
        if (body.leftOut()) {
            reading.note(
                    "mail_quote_left_out",
                    Severity.INFO,
                    where,
                    "lines quoted from earlier messages and the signature are left out of the text");
        }
        if (depth == 0) {
            reading.addDocument(bytes, "message/rfc822", body.text(), message.facts());
        } else {
            reading.addEntry(where, bytes, "message/rfc822", body.text(), message.facts());
        }
    }

    private void walk(String where, byte[] bytes, int depth, Message message) throws MimeException, IOException {
        MimeTokenStream stream = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(bytes));
        Part part = new Part();
        int level = 0;
        int forwarded = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_HEADER -> part = new Part();
                case T_FIELD -> {
                    part.add(stream.getField().getNameLowerCase(), field(stream));
                    if (level == 0) {
                        message.add(stream.getField().getNameLowerCase(), field(stream));
                    }
                }
                case T_START_MULTIPART -> level++;
                case T_END_MULTIPART -> level--;
                case T_BODY -> {
                    String type = stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
                    if (type.equals("message/rfc822") && depth < DEEPEST) {
                        byte[] inner = stream.getDecodedInputStream().readAllBytes();
                        read(where + ", forwarded message " + ++forwarded, inner, depth + 1);
                    } else if (type.startsWith("text/") && !part.isAttachment()) {
                        message.addText(type, body(stream, part));
                    } else {
                        nameAttachment(
                                where,
                                type,
                                part,
                                stream.getDecodedInputStream().readAllBytes().length);
                    }
                }
                default -> {
                    continue;
                }
            }
        }
    }

    private void nameAttachment(String where, String type, Part part, int bytes) {
        String name = part.fileName();
        reading.note(
                "mail_attachment",
                Severity.INFO,
                where,
                "the attachment " + (name == null ? "without a name" : "\"" + name + "\"") + " (" + type + ", "
                        + String.format(Locale.ROOT, "%,d", bytes)
                        + " bytes) was not opened; save it and give it by itself if it is a report");
    }

    private static String body(MimeTokenStream stream, Part part) throws IOException {
        byte[] decoded = stream.getDecodedInputStream().readAllBytes();
        String charset = part.parameter("content-type", "charset");
        if (charset != null && isSupported(charset)) {
            Charset named = Charset.forName(charset);
            // A part that is UTF-8 whatever its label says is read as UTF-8; the other way round mistakes are rare.
            return TextDecoder.decodeAs(decoded, named).text();
        }
        return TextDecoder.decode(decoded).text();
    }

    private static boolean isSupported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }

    /** The field's value without folds, encoded words (RFC 2047) decoded, raw bytes beyond ASCII as UTF-8. */
    private static String field(MimeTokenStream stream) {
        byte[] raw = stream.getField().getRaw().toByteArray();
        String line = TextDecoder.decode(raw).text();
        String value = line.substring(line.indexOf(':') + 1)
                .replaceAll("\\r?\\n(?=[ \\t])", "")
                .strip();
        return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    }

    /** The header of one part of the message. */
    private static final class Part {
        private String disposition = "";
        private String type = "";

        void add(String name, String value) {
            if (name.equals("content-disposition")) {
                disposition = value;
            } else if (name.equals("content-type")) {
                type = value;
            }
        }

        boolean isAttachment() {
            return disposition.toLowerCase(Locale.ROOT).startsWith("attachment")
                    || parameterOf(disposition, "filename") != null;
        }

        @Nullable
        String parameter(String field, String name) {
            return parameterOf(field.equals("content-type") ? type : disposition, name);
        }

        @Nullable
        String fileName() {
            String name = parameterOf(disposition, "filename");
            name = name == null ? parameterOf(type, "name") : name;
            // A name is shown and never used as a path.
            return name == null ? null : name.replaceAll("\\p{Cntrl}", " ").strip();
        }

        private static @Nullable String parameterOf(String field, String name) {
            Matcher plain = Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]++))")
                    .matcher(field);
            if (plain.find()) {
                return plain.group(1) == null ? plain.group(2) : plain.group(1).replace("\\\"", "\"");
            }
            // RFC 2231: name*=utf-8''percent-encoded
            Matcher extended = Pattern.compile("(?i);\\s*" + name + "\\*0?\\*?\\s*=\\s*([\\w-]*)'[^']*'([^;\\s]++)")
                    .matcher(field);
            if (!extended.find() || !isSupported(extended.group(1))) {
                return null;
            }
            try {
                return java.net.URLDecoder.decode(
                        extended.group(2).replace("+", "%2B"), Charset.forName(extended.group(1)));
            } catch (IllegalArgumentException notEncoded) {
                return extended.group(2);
            }
        }
    }

    /** What is known of a message so far: its header, and its text plain and out of HTML. */
    private static final class Message {
        private @Nullable String from;
        private @Nullable String subject;
        private @Nullable String address;
        private Optional<LocalDate> day = Optional.empty();
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder fromHtml = new StringBuilder();

        void add(String name, String value) {
            switch (name) {
                case "from" -> from = value;
                case "subject" -> subject = value;
                case "date" -> day = PublicationDay.find(value);
                case "archived-at" -> {
                    Matcher angled = ANGLED.matcher(value);
                    String url = angled.find() ? angled.group(1) : value;
                    address = HtmlReader.isWebAddress(url) ? url : null;
                }
                default -> {
                    return;
                }
            }
        }

        void addText(String type, String text) {
            StringBuilder into = type.equals("text/html") ? fromHtml : plain;
            into.append(into.isEmpty() ? "" : "\n\n")
                    .append(type.equals("text/html") ? HtmlText.ofFragment(Jsoup.parse(text)) : text);
        }

        /** The plain text, unless it only says that the reader should look at the HTML. */
        @Nullable
        String text() {
            if (plain.isEmpty() && fromHtml.isEmpty()) {
                return null;
            }
            boolean onlyANote = letters(plain) * 3 < letters(fromHtml);
            return plain.isEmpty() || onlyANote ? fromHtml.toString() : plain.toString();
        }

        private static long letters(CharSequence text) {
            return text.codePoints().filter(Character::isLetter).count();
        }

        Reading.Facts facts() {
            return new Reading.Facts(day.orElse(null), sender(), subject, address, null);
        }

        /** The sender's name, or the domain of an address without a name. */
        private @Nullable String sender() {
            if (from == null || from.isBlank()) {
                return null;
            }
            Matcher named = SENDER_NAME.matcher(from);
            if (named.matches() && !named.group(1).isBlank()) {
                return named.group(1).strip();
            }
            String bare = from.replaceAll("[<>]", "").strip();
            return bare.substring(bare.indexOf('@') + 1);
        }
    }
}
