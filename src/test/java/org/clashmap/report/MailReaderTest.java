package org.clashmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clashmap.notice.Notice;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

class MailReaderTest {
    private static final String HEADER = """
            Received: from mail.example.org (192.0.2.1) by mx.example.com;
             Tue, 8 Apr 2025 23:40:00 +0300
            From: =?utf-8?B?0KDQtdC00LDQutGG0ZbRjw==?= <desk@example.org>
            To: list@example.com
            Subject: =?utf-8?Q?=D0=97=D0=B2=D1=96=D1=82_?=
             =?utf-8?Q?=D0=B4=D0=BD=D1=8F?=
            Date: Tue, 8 Apr 2025 23:30:00 +0300
            Message-ID: <1@example.org>
            MIME-Version: 1.0
            """;

    private final ReportReader reader = new ReportReader(InstantSource.fixed(Instant.parse("2025-04-09T06:00:00Z")));

    private ReadResult read(String name, String mail) {
        return reader.read(name, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), Hints.NONE);
    }

    private Report one(String mail) {
        ReadResult result = read("m.eml", mail);
        assertEquals(1, result.reports().size(), () -> String.valueOf(result.notices()));
        return result.reports().getFirst();
    }

    private static List<String> codes(ReadResult result) {
        return result.notices().stream().map(Notice::code).toList();
    }

    @Test
    void headerWordsAreDecodedAndTheDayIsTheSenders() {
        Report report = one(HEADER + "Content-Type: text/plain; charset=utf-8\n\nОбстріл тривав годину.\n");
        assertEquals("Обстріл тривав годину.", report.text());
        assertEquals(LocalDate.of(2025, 4, 8), report.published());
        assertEquals("Редакція", report.source().publisher());
        assertEquals("Звіт дня", report.source().title());
        assertEquals(Language.UK, report.language());
        assertEquals("message/rfc822", report.receipt().mediaType());
    }

    @Test
    void quotedPrintableAndOldEncodingsAreRead() {
        String text = "Ночью обстреляли посёлок.";
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(Charset.forName("KOI8-R"))) {
            encoded.append(String.format(Locale.ROOT, "=%02X", b)).append(encoded.length() % 70 == 69 ? "=\n" : "");
        }
        Report report = one(HEADER
                + "Content-Type: text/plain; charset=\"koi8-r\"\nContent-Transfer-Encoding: quoted-printable\n\n"
                + encoded + "\n");
        assertEquals(text, report.text());
        assertEquals(Language.RU, report.language());
    }

    @Test
    void plainTextGoesBeforeHtmlUnlessItOnlyPointsToIt() {
        String html = "--b\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>Shelling was <b>heard</b> at the"
                + " bridge, and later at the mill.</p><script>run()</script></body></html>\n--b--\n";
        String head = HEADER + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n";
        assertEquals(
                "Shelling was heard at the bridge, and later at the mill!",
                one(head + "Shelling was heard at the bridge, and later at the mill!\n" + html)
                        .text());
        assertEquals(
                "Shelling was heard at the bridge, and later at the mill.",
                one(head + "See HTML.\n" + html).text());
    }

    @Test
    void attachmentsAreNamedAndLeftClosed() {
        ReadResult result = read(
                "m.eml",
                HEADER
                        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nTwo were hurt.\n"
                        + "--b\nContent-Type: application/x-msdownload; name=\"run.exe\"\nContent-Transfer-Encoding: base64"
                        + "\nContent-Disposition: attachment; filename*=utf-8''%D0%B7%D0%B2%D1%96%D1%82.exe\n\nTVqQAAM=\n"
                        + "--b\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: attachment;\n"
                        + " filename=notes.txt\n\nA secret note.\n--b--\n");
        assertEquals("Two were hurt.", result.reports().getFirst().text());
        assertEquals(List.of("mail_attachment", "mail_attachment"), codes(result));
        String first = result.notices().getFirst().message();
        assertTrue(first.contains("\"звіт.exe\"") && first.contains("(application/x-msdownload, 5 bytes)"), first);
    }

    @Test
    void aForwardedMessageIsAReportOfItsOwn() {
        String inner = """
                From: Field <field@example.net>
                Date: Mon, 7 Apr 2025 10:00:00 +0000
                Subject: Inner
                Message-ID: <2@example.net>
                Content-Type: text/plain

                The depot burned.
                """;
        ReadResult result = read(
                "m.eml",
                HEADER
                        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\n"
                        + "Content-Type: message/rfc822\n\n" + inner + "--b--\n");
        assertEquals(2, result.reports().size(), () -> String.valueOf(result.notices()));
        Report forwarded = result.reports().getFirst();
        assertEquals("The depot burned.", forwarded.text());
        assertEquals("Field", forwarded.source().publisher());
        assertEquals(LocalDate.of(2025, 4, 7), forwarded.published());
        assertEquals("See below.", result.reports().getLast().text());
    }

    @Test
    void earlierMessagesAndTheSignatureAreLeftOutAndTold() {
        ReadResult result = read(
                "m.eml",
                HEADER
                        + "Content-Type: text/plain; charset=utf-8\n\nThe village was hit again.\n\nOn Mon, Desk wrote:\n"
                        + "> The village was hit on Sunday.\n\n-- \nDesk\nThe Gazette\n");
        assertEquals("The village was hit again.", result.reports().getFirst().text());
        assertEquals(List.of("mail_quote_left_out"), codes(result));
        assertEquals(
                "The village was hit.\non Sunday.",
                one(HEADER + "Content-Type: text/plain\n\n> The village was hit.\n> on Sunday.\n")
                        .text());
    }

    @Test
    void aTextThatQuotesAHeaderIsNoMail() {
        ReadResult result = read("r.txt", "From: the front\nDate: Tuesday\n\nThe bridge fell.\n");
        assertEquals("text/plain", result.reports().getFirst().receipt().mediaType());
    }

    @Test
    void brokenMessagesAreReadAsFarAsTheyGo() {
        Report cut =
                one(HEADER + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nOne hit."
                        + "\n--b\nContent-Type: text/pla");
        assertEquals("One hit.", cut.text());
        ReadResult bodiless = read("m.eml", HEADER + "Content-Type: image/png\n\nxx\n");
        assertTrue(codes(bodiless).contains("mail_no_text"), () -> String.valueOf(bodiless.notices()));
        ReadResult deep = read("m.eml", nested(2000));
        assertEquals("Deep.", deep.reports().getFirst().text());
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder(HEADER);
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return mail.append("Content-Type: text/plain\n\nDeep.\n").toString();
    }
}
