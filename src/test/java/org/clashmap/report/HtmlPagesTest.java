package org.clashmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invented pages as different makes of site write them; beside each stands what a person would read off it: day, publisher,
 * title, address and language of each report, its words, and what a notice should say.
 */
class HtmlPagesTest {
    private static final Path FOLDER = Path.of("src/test/resources/report/pages");

    private final ReportReader reader = new ReportReader(InstantSource.fixed(Instant.parse("2025-04-11T06:00:00Z")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newspaper",
                "wordpress",
                "telegram",
                "ministry",
                "paywall",
                "table",
                "arabic",
                "windows-1251",
            })
    void thePageIsReadAsAPersonReadsIt(String name) throws IOException {
        // Kept in UTF-8 like all sources, and read in the encoding that the page declares.
        Charset charset = name.startsWith("windows") ? Charset.forName(name) : StandardCharsets.UTF_8;
        byte[] bytes = Files.readString(FOLDER.resolve(name + ".html")).getBytes(charset);
        ReadResult result = reader.read(name + ".html", bytes, Hints.NONE);
        assertEquals(Files.readString(FOLDER.resolve(name + ".txt")), told(result));
    }

    private static String told(ReadResult result) {
        String reports =
                result.reports().stream().map(HtmlPagesTest::told).collect(Collectors.joining("\n----\n", "", "\n"));
        List<String> codes =
                result.notices().stream().map(notice -> notice.code()).toList();
        return reports + "notices: " + codes + "\n";
    }

    private static String told(Report report) {
        Report.Source source = report.source();
        return String.join(
                "\n",
                "day: " + report.published(),
                "publisher: " + source.publisher(),
                "title: " + source.title(),
                "url: " + source.url(),
                "language: " + report.language().code(),
                "",
                report.text());
    }
}
