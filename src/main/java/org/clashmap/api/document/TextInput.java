package org.clashmap.api.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clashmap.report.Report;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.CodePoints;
import org.clashmap.text.Language;
import org.clashmap.text.LanguageGuess;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text to code or to search for toponyms, as it comes in by HTTP or as a line of JSONL:
 * {@code {"id","text","published"?,"lang"?,"publisher"?,"country"?,"spans"?}}. Its text is taken as it is, so that offsets in the
 * answer are offsets in what was sent.
 *
 * @param id given back with the answer; empty when none was given
 * @param about what is said about the text beside it
 * @param spans the stretches to resolve, as units of UTF-16; empty means all toponyms are to be found
 */
public record TextInput(String id, String text, Language language, About about, List<Span> spans) {
    /**
     * What is said about a text beside it.
     *
     * @param country the country it is about, by code or name; evidence for its places, not a filter
     */
    public record About(
            @Nullable LocalDate published,
            @Nullable String publisher,
            @Nullable String country) {
        static final About NOTHING = new About(null, null, null);
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public TextInput {
        spans = List.copyOf(spans);
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text is empty");
        }
    }

    /** A text without spans; its language is guessed when none is given. */
    public static TextInput of(String id, String text, @Nullable Language language, About about) {
        return new TextInput(
                id, text, language == null ? LanguageGuess.of(text).language() : language, about, List.of());
    }

    /** A bare text. */
    public static TextInput of(String text, @Nullable LocalDate published, @Nullable Language language) {
        return of("", text, language, new About(published, null, null));
    }

    /** @throws IllegalArgumentException that names the member, its value and what is expected */
    public static TextInput parse(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("not a JSON object: " + broken.getOriginalMessage(), broken);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("not a JSON object, but " + shorten(json));
        }
        String text = find(node, "text")
                .map(TextInput::wellFormed)
                .orElseThrow(() -> new IllegalArgumentException("the member \"text\" is missing"));
        Optional<LocalDate> published = find(node, "published").map(TextInput::day);
        Optional<Language> language = find(node, "lang").map(TextInput::language);
        return new TextInput(
                node.path("id").isMissingNode() ? "" : node.path("id").asString(""),
                text,
                language.orElseGet(() -> LanguageGuess.of(text).language()),
                new About(
                        published.orElse(null),
                        find(node, "publisher").orElse(null),
                        find(node, "country").orElse(null)),
                spans(node.path("spans"), text));
    }

    /** The day of a date or date-time, such as 2025-04-08 or 2025-04-08T10:00:00Z. */
    public static LocalDate day(String value) {
        String date = value.length() > 10 && value.charAt(10) == 'T' ? value.substring(0, 10) : value;
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException notADate) {
            throw new IllegalArgumentException(
                    "the date \"" + shorten(value) + "\" is not a day of the form YYYY-MM-DD", notADate);
        }
    }

    /** A language that is read. */
    public static Language language(String tag) {
        return Language.find(tag)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the language \"" + shorten(tag) + "\" is not one that is read: " + Language.told()));
    }

    public AnalysedText analysed() {
        return AnalysedText.of(text, language);
    }

    /** The text as a report that came by paste. */
    public Report toReport(InstantSource clock) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String sha256 = sha256(bytes);
        return new Report(
                "rep-" + sha256.substring(0, 16),
                text,
                language,
                about.published(),
                new Report.Source(about.publisher(), null, null),
                new Report.Receipt(
                        sha256, "text/plain", bytes.length, clock.instant().toString(), "paste"));
    }

    private static Optional<String> find(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(
                    "the member \"" + member + "\" is " + shorten(value.toString()) + ", not a string");
        }
        return Optional.of(value.asString());
    }

    /** JSON can hold half a surrogate pair, which is no character; it becomes U+FFFD, so that offsets stay the same. */
    private static String wellFormed(String text) {
        StringBuilder repaired = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            boolean pair = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                repaired.setCharAt(i, '\uFFFD');
            }
        }
        return repaired.toString();
    }

    /** Spans come as code points and are kept as UTF-16 units. */
    private static List<Span> spans(JsonNode list, String text) {
        List<Span> spans = new ArrayList<>();
        if (list.isMissingNode() || list.isNull()) {
            return spans;
        }
        if (!list.isArray()) {
            throw new IllegalArgumentException("the member \"spans\" is not a list of {\"start\",\"end\"}");
        }
        CodePoints points = CodePoints.of(text);
        int length = text.codePointCount(0, text.length());
        for (JsonNode item : list) {
            int start = item.path("start").asInt(-1);
            int end = item.path("end").asInt(-1);
            if (start < 0 || end <= start || end > length) {
                throw new IllegalArgumentException("the span " + shorten(item.toString())
                        + " does not lie within the text of " + length + " code points");
            }
            spans.add(new Span(points.toUnits(start), points.toUnits(end)));
        }
        return spans;
    }

    private static String shorten(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
