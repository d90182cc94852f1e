package org.clashmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.junit.jupiter.api.Test;

class WordReaderTest {
    private static final String CORE =
            "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\" xmlns:dcterms=\"t\"><dc:title>Day"
                    + " 40</dc:title><dcterms:created>2025-04-09T08:00:00Z</dcterms:created></cp:coreProperties>";

    private final ReportReader reader = new ReportReader(InstantSource.fixed(Instant.parse("2025-04-09T06:00:00Z")));

    private ReadResult read(byte[] bytes) {
        return reader.read("r.docx", bytes, Hints.NONE);
    }

    private static byte[] archive(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] document(String body) throws IOException {
        return archive(
                "[Content_Types].xml", "<Types/>", "docProps/core.xml", CORE, "word/document.xml", xml("", body));
    }

    private static String xml(String doctype, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + doctype
                + "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>" + body + "</w:body></w:document>";
    }

    private static String p(String runs) {
        return "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + runs + "</w:p>";
    }

    private static String t(String words) {
        return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
    }

    private String text(String body) throws IOException {
        ReadResult result = read(document(body));
        assertEquals(1, result.reports().size(), () -> String.valueOf(result.notices()));
        return result.reports().getFirst().text();
    }

    private Notice refusal(byte[] bytes) {
        ReadResult result = read(bytes);
        assertEquals(List.of(), result.reports());
        Notice notice = result.notices().getFirst();
        assertEquals(Severity.ERROR, notice.severity());
        return notice;
    }

    @Test
    void paragraphsAndRunsBecomeLines() throws IOException {
        assertEquals(
                "Обстріл тривав до ранку.\n\nOne line\nand the next & last.",
                text(p(t("Обстріл ") + t("тривав") + t(" до ранку."))
                        + p("")
                        + p(t("One line") + "<w:r><w:br/></w:r>" + t("and the next &amp; last."))));
    }

    @Test
    void whatAReaderDoesNotSeeIsNotInTheText() throws IOException {
        String hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>";
        String shown = "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>shown</w:t></w:r>";
        String deleted = "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>";
        String inserted = "<w:ins>" + t(" inserted") + "</w:ins>";
        String field = "<w:r><w:instrText>DATE</w:instrText></w:r>";
        String twice = "<mc:AlternateContent><mc:Choice>" + t(" box") + "</mc:Choice><mc:Fallback>" + t(" box")
                + "</mc:Fallback></mc:AlternateContent>";
        assertEquals("shown inserted box", text(p(hidden + shown + deleted + inserted + field + twice)));
    }

    @Test
    void aRowOfATableIsALine() throws IOException {
        String row = "<w:tr><w:tc>" + p(t("8 April 2025")) + "</w:tc><w:tc>" + p(t("Verkhnia")) + p(t("district"))
                + "</w:tc><w:tc>" + p("") + "</w:tc><w:tc>" + p(t("Shelling, two killed")) + "</w:tc></w:tr>";
        assertEquals(
                "Events\n\n8 April 2025; Verkhnia district; Shelling, two killed\n\nEnd.",
                text(p(t("Events")) + "<w:tbl>" + row + "</w:tbl>" + p(t("End."))));
    }

    @Test
    void theDayWrittenAtTheHeadGoesBeforeThatOfTheFile() throws IOException {
        ReadResult written = read(document(p(t("Bulletin of 8 April 2025")) + p(t("The bridge was shelled."))));
        assertEquals(LocalDate.of(2025, 4, 8), written.reports().getFirst().published());
        assertEquals("Day 40", written.reports().getFirst().source().title());
        assertEquals(List.of(), written.notices());
        ReadResult unwritten = read(document(p(t("The bridge was shelled."))));
        assertEquals(LocalDate.of(2025, 4, 9), unwritten.reports().getFirst().published());
        assertEquals("report_date_of_file", unwritten.notices().getFirst().code());
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        String bomb =
                "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        byte[] bytes = archive("word/document.xml", xml(bomb, p(t("One &b;&x; two."))));
        ReadResult result = read(bytes);
        assertTrue(
                result.reports().isEmpty() || result.reports().getFirst().text().equals("One two."),
                () -> result.reports().toString());
    }

    @Test
    void anArchiveThatGrowsWithoutMeasureIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/media/image1.bin"));
            byte[] megabyte = new byte[1 << 20];
            for (long written = 0; written <= WordReader.MOST_UNPACKED_BYTES; written += megabyte.length) {
                zip.write(megabyte);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(xml("", p(t("Late."))).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertTrue(bytes.size() < 1 << 20, "the archive is small");
        assertEquals("archive_too_large", refusal(bytes.toByteArray()).code());
    }

    @Test
    void otherArchivesAndOldDocumentsAreNamedWithTheWayOut() throws IOException {
        assertTrue(refusal(archive("xl/workbook.xml", "")).message().contains("CSV"));
        assertTrue(refusal(archive("mimetype", "", "content.xml", "")).message().contains("OpenDocument"));
        assertTrue(refusal(archive("a.txt", "")).message().contains("Unpack"));
        byte[] old = new byte[512];
        byte[] mark = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
        System.arraycopy(mark, 0, old, 0, 4);
        assertTrue(refusal(old).message().contains(".docx"));
        assertTrue(refusal("{\\rtf1 text}".getBytes(StandardCharsets.US_ASCII))
                .message()
                .contains("RTF"));
        byte[] whole = document(p(t("The bridge was shelled.")));
        assertEquals(
                "word_broken",
                refusal(java.util.Arrays.copyOf(whole, whole.length / 2)).code());
    }
}
