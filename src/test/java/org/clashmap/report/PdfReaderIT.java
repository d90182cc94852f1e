package org.clashmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.clashmap.notice.Notice;
import org.clashmap.report.pdf.PdfSamples;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

/** PDFs through the process that opens them. */
class PdfReaderIT {
    private final ReportReader reader = new ReportReader(InstantSource.fixed(Instant.parse("2025-04-09T06:00:00Z")));

    private ReadResult read(byte[] bytes) {
        return reader.read("r.pdf", bytes, Hints.NONE);
    }

    private static List<String> codes(ReadResult result) {
        return result.notices().stream().map(Notice::code).toList();
    }

    @Test
    void pagesAreJoinedIntoRunningText() throws IOException {
        ReadResult result = read(PdfSamples.pages(List.of(
                List.of(
                        "Оперативне зведення",
                        "8 квітня 2025 року",
                        "",
                        "Уночі обстріляли місто; є пора-",
                        "нені серед",
                        "цивільних. Пожежу гасили до",
                        "1"),
                List.of("Оперативне зведення", "ранку.", "", "Увечері було тихо.", "2"))));
        assertEquals(List.of(), codes(result));
        Report report = result.reports().getFirst();
        assertTrue(
                report.text().contains("є поранені серед цивільних. Пожежу гасили до ранку.\n\nУвечері було тихо."),
                report.text());
        assertEquals(LocalDate.of(2025, 4, 8), report.published());
        assertEquals(Language.UK, report.language());
        assertEquals("Day 40", report.source().title());
        assertEquals("application/pdf", report.receipt().mediaType());
    }

    @Test
    void lockedBrokenAndPicturedFilesSayWhatToDo() throws IOException {
        assertEquals(List.of("pdf_encrypted"), codes(read(PdfSamples.locked("open"))));
        assertEquals(
                LocalDate.of(2025, 4, 9),
                read(PdfSamples.locked("")).reports().getFirst().published());
        assertEquals(List.of("pdf_no_text"), codes(read(PdfSamples.pages(List.of(List.of(), List.of())))));
        assertEquals(List.of("pdf_broken"), codes(read("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII))));
        byte[] whole = PdfSamples.pages(List.of(List.of("The bridge was shelled.")));
        assertEquals(1, read(Arrays.copyOf(whole, whole.length - 200)).notices().size());
        ReadResult half = read(PdfSamples.pages(List.of(List.of("8 April 2025"), List.of())));
        assertEquals(List.of("pdf_pages_without_text"), codes(half));
    }
}
