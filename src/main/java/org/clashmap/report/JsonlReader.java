package org.clashmap.report;

import java.time.LocalDate;
import java.util.Optional;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSONL: lines {@code {"id","text","published"?,"lang"?,"publisher"?,"title"?,"url"?}}. A bad line is a notice with
 * its number, and the rest goes on. A line is the report's bytes.
 */
final class JsonlReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonlReader() {}

    /** Whether the first line that is not blank is a JSON object with a text. */
    static boolean isJsonl(String content) {
        String first =
                content.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (!first.stripLeading().startsWith("{")) {
            return false;
        }
        try {
            return JSON.readTree(first).has("text");
        } catch (JacksonException e) {
            return false;
        }
    }

    static void read(Reading reading, String content) {
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String where = reading.name() + ", line " + number;
            byte[] bytes = Reading.utf8(line);
            if (bytes.length > ReportReader.LARGEST_BYTES) {
                reading.refuse("report_too_large", where, ReportReader.tooLarge(bytes.length));
                continue;
            }
            try {
                readLine(reading, where, bytes, JSON.readTree(line));
            } catch (JacksonException e) {
                reading.refuse(
                        "jsonl_line_broken",
                        where,
                        "the line is not JSON (" + e.getOriginalMessage() + "). Write one object per line.");
            } catch (IllegalArgumentException e) {
                reading.refuse("jsonl_line_wrong", where, String.valueOf(e.getMessage()));
            }
        }
    }

    private static void readLine(Reading reading, String where, byte[] bytes, JsonNode line) {
        String text = member(line, "text");
        if (text == null) {
            throw new IllegalArgumentException("the line has no \"text\". Write {\"id\": …, \"text\": …} per line.");
        }
        String day = member(line, "published");
        LocalDate published = day == null
                ? null
                : PublicationDay.find(day)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"published\" is \"" + day + "\", which is not a day as YYYY-MM-DD"));
        String lang = member(line, "lang");
        Language language = lang == null
                ? null
                : Language.find(lang)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"lang\" is \"" + lang + "\", which is not one of " + Language.told()));
        String url = Optional.ofNullable(member(line, "url"))
                .filter(HtmlReader::isWebAddress)
                .orElse(null);
        String withPlainLines = text.replace("\r\n", "\n").replace('\r', '\n');
        reading.addEntry(
                where,
                bytes,
                "application/jsonl",
                withPlainLines,
                new Reading.Facts(published, member(line, "publisher"), member(line, "title"), url, language));
    }

    private static @Nullable String member(JsonNode line, String name) {
        JsonNode value = line.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("\"" + name + "\" is " + value.getNodeType() + ", not a string");
        }
        return value.asString();
    }
}
