package org.clashmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

class ReportReaderTest {
    private static final LocalDate DAY = LocalDate.of(2025, 4, 8);
    private static final Hints DATED = new Hints(DAY, "The Gazette", null, null, null, "file");
    private static final String RUSSIAN = "Ночью военные обстреляли посёлок. Объявлена тревога, есть раненые.\n";
    private static final String UKRAINIAN = "Уночі військові обстріляли село. Оголошено тривогу, є поранені.\n";

    private final ReportReader reader = new ReportReader(InstantSource.fixed(Instant.parse("2025-04-09T06:00:00Z")));

    private ReadResult read(String name, byte[] bytes) {
        return reader.read(name, bytes, DATED);
    }

    private ReadResult read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Report one(String name, byte[] bytes) {
        ReadResult result = read(name, bytes);
        assertEquals(1, result.reports().size(), () -> String.valueOf(result.notices()));
        return result.reports().getFirst();
    }

    private Notice refusal(String name, byte[] bytes) {
        ReadResult result = read(name, bytes);
        assertEquals(List.of(), result.reports());
        assertEquals(1, result.notices().size());
        assertEquals(Severity.ERROR, result.notices().getFirst().severity());
        return result.notices().getFirst();
    }

    @Test
    void aTextIsKeptAsItIs() {
        String text = "  Fighting  went on.\n\n\tCafé — “so” \uD83D\uDCA5 e\u0301\n";
        Report report = one("r.txt", text.getBytes(StandardCharsets.UTF_8));
        assertEquals(text, report.text());
        assertEquals(Language.EN, report.language());
        assertEquals(DAY, report.published());
        assertEquals("The Gazette", report.source().publisher());
        assertEquals("2025-04-09T06:00:00Z", report.receipt().collectedAt());
        assertEquals(
                text.getBytes(StandardCharsets.UTF_8).length, report.receipt().sizeBytes());
        assertEquals("rep-" + report.receipt().sha256().substring(0, 16), report.id());
    }

    @Test
    void theIdIsThatOfTheBytes() {
        // SHA-256 of "abc" as in FIPS 180-2, appendix B.1.
        assertEquals(
                "rep-ba7816bf8f01cfea",
                one("r.txt", "abc".getBytes(StandardCharsets.UTF_8)).id());
        assertNotEquals(
                one("r.txt", "a\n".getBytes(StandardCharsets.UTF_8)).id(),
                one("r.txt", "a\r\n".getBytes(StandardCharsets.UTF_8)).id());
    }

    @Test
    void onlyLineEndsAndTheByteOrderMarkChange() {
        assertEquals(
                "a\nb\nc\n",
                one("r.txt", "\uFEFFa\r\nb\rc\n".getBytes(StandardCharsets.UTF_8))
                        .text());
    }

    @Test
    void encodingsAreTold() {
        for (String text : List.of(RUSSIAN, UKRAINIAN)) {
            for (String charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1251", "KOI8-U")) {
                Report report = one("r.txt", text.getBytes(Charset.forName(charset)));
                assertEquals(text, report.text(), charset);
                assertEquals(text.equals(RUSSIAN) ? Language.RU : Language.UK, report.language());
            }
        }
        String western = "The mayor’s office in Besançon said “no” — twice.";
        assertEquals(
                western,
                one("r.txt", western.getBytes(Charset.forName("windows-1252"))).text());
    }

    @Test
    void aGuessedEncodingIsNotedWithTheOffset() {
        Notice notice = read("r.txt", ("abc " + RUSSIAN).getBytes(Charset.forName("windows-1251")))
                .notices()
                .getFirst();
        assertEquals(Severity.WARNING, notice.severity());
        assertTrue(
                notice.message().startsWith("byte 0xCD at offset 4 is not UTF-8; read as windows-1251"),
                notice.message());
    }

    @Test
    void damagedUtf8IsReadWithAWarning() {
        byte[] bytes = RUSSIAN.repeat(3).getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
        ReadResult result = read("r.txt", cut);
        assertTrue(result.reports().getFirst().text().endsWith("\uFFFD"));
        assertTrue(result.notices().getFirst().message().contains("damaged or cut"));
    }

    @Test
    void whatIsNoReportIsRefusedWithAWayOut() {
        Notice empty = refusal("e.txt", new byte[0]);
        assertEquals("report_empty", empty.code());
        assertEquals("e.txt", empty.where());
        assertEquals(
                "report_empty",
                refusal("e.txt", " \n\t \uFEFF".getBytes(StandardCharsets.UTF_8))
                        .code());
        byte[] noise = new byte[4000];
        new java.util.Random(1).nextBytes(noise);
        assertEquals("report_binary", refusal("noise.txt", noise).code());
        assertEquals(
                "report_binary",
                refusal("d.docx", new byte[] {'P', 'K', 3, 4, 20, 0}).code());
        Notice large = refusal("big.txt", new byte[ReportReader.LARGEST_BYTES + 1]);
        assertEquals("report_too_large", large.code());
        assertTrue(large.message().contains("20,971,521 bytes"), large.message());
        assertEquals(
                "report_format",
                refusal("x.json", "[1, 2]".getBytes(StandardCharsets.UTF_8)).code());
    }

    @Test
    void aReportWithoutADayIsReadWithAWarning() {
        ReadResult result = reader.read("r.txt", "Text.".getBytes(StandardCharsets.UTF_8), Hints.NONE);
        assertNull(result.reports().getFirst().published());
        assertEquals("report_undated", result.notices().getFirst().code());
        assertTrue(result.notices().getFirst().message().contains("--published"));
    }

    @Test
    void oneBadLineOfJsonlDoesNotStopTheRest() {
        ReadResult result = read("batch.jsonl", """
                {"id": "1", "text": "First.\\r\\nSecond.", "published": "2025-01-02T23:00:00+02:00", "publisher": "P", "title": "T", "url": "https://example.org/1", "lang": "ru"}
                {"id": "2", "text": "cut
                {"id": "3"}

                {"id": "4", "text": "Day", "published": "yesterday"}
                {"id": "5", "text": "Lang", "lang": "xx"}
                {"id": "6", "text": "   "}
                {"id": "7", "text": 7}
                {"id": "8", "text": "Last.", "url": "javascript:alert(1)"}
                """);
        assertEquals(
                List.of("First.\nSecond.", "Last."),
                result.reports().stream().map(Report::text).toList());
        Report first = result.reports().getFirst();
        assertEquals(LocalDate.of(2025, 1, 2), first.published());
        assertEquals(new Report.Source("P", "T", "https://example.org/1"), first.source());
        assertEquals(Language.RU, first.language());
        Report last = result.reports().getLast();
        assertEquals(DAY, last.published());
        assertNull(last.source().url());
        assertEquals(
                List.of(2, 3, 5, 6, 7, 8),
                result.notices().stream()
                        .map(notice -> Integer.valueOf(notice.where().replace("batch.jsonl, line ", "")))
                        .toList());
        assertTrue(result.notices().get(2).message().contains("\"yesterday\""));
    }

    @Test
    void jsonlIsToldByItsContentToo() {
        assertEquals(
                1,
                read("-", "{\"id\": \"1\", \"text\": \"A report.\"}\n")
                        .reports()
                        .size());
        assertEquals(
                "{not json}",
                one("r.txt", "{not json}".getBytes(StandardCharsets.UTF_8)).text());
    }
}
