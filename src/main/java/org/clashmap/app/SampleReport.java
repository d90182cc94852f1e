package org.clashmap.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.clashmap.api.document.TextInput;
import org.clashmap.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invented report that ships with the program. Its id follows from its bytes, so loading it twice changes nothing. */
final class SampleReport {
    private SampleReport() {}

    static Report read(InstantSource clock) {
        JsonNode about = JsonMapper.builder().build().readTree(resource("/sample/sample.json"));
        String text = resource("/sample/report.txt");
        Report bare = TextInput.of(
                        text,
                        TextInput.day(about.path("published").asString()),
                        TextInput.language(about.path("lang").asString()))
                .toReport(clock);
        Report.Source source = new Report.Source(
                about.path("publisher").asString(), about.path("title").asString(), null);
        return new Report(bare.id(), text, bare.language(), bare.published(), source, bare.receipt());
    }

    private static String resource(String name) {
        try (InputStream stream = SampleReport.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(stream, name + " is part of the program")
                    .readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
