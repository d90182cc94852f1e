package org.clashmap.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clashmap.api.document.TextInput;
import org.clashmap.event.review.BodyFields;
import org.clashmap.event.review.DecisionReader;
import org.clashmap.event.review.RefusedChangeException;
import org.clashmap.report.Hints;
import org.clashmap.report.ReadResult;
import org.clashmap.report.Report;
import org.clashmap.report.ReportReader;
import org.clashmap.report.fetch.FetchException;
import org.clashmap.report.fetch.Fetched;
import org.clashmap.report.fetch.PageFetcher;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is handed in as a report: a text in JSON, the address of a page, or the bytes of a file. Keeps nothing. Safe for
 * many threads.
 */
final class ReportIntake {
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.query("name", "Name of the file whose bytes are sent.", Parameter.text(), "report.txt"),
            Parameter.query(
                    "published",
                    "Day of publication of a file.",
                    Members.of("type", "string", "format", "date"),
                    "2025-04-08"),
            Parameter.query("publisher", "Publisher of a file.", Parameter.text(), "A newspaper"));

    private static final List<String> MEMBERS =
            List.of("text", "title", "published", "publisher", "url", "lang", "address");
    private static final int LONGEST_WORDS = 1_000;
    private static final String TOO_LARGE = "Split it into its reports, or use ./clashmap ingest.";

    private final ReportReader reader;
    private final PageFetcher fetcher;

    ReportIntake(ReportReader reader, PageFetcher fetcher) {
        this.reader = reader;
        this.fetcher = fetcher;
    }

    /**
     * What was handed in.
     *
     * @param received the bytes as they came
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    record Delivery(ReadResult read, byte[] received) {
        /** The bytes that are those of a report; an entry of a feed or of lines has none of its own. */
        byte @Nullable [] bytesOf(Report report) {
            return report.receipt().sizeBytes() == received.length ? received : null;
        }
    }

    static Route.Body body() {
        Map<String, Object> properties = new LinkedHashMap<>();
        MEMBERS.forEach(name -> properties.put(name, Parameter.text()));
        return new Route.Body(
                "A text with what is known of it, or {\"address\"} of a page to fetch; or the bytes of a file with its"
                        + " content type and ?name=. At most 20 MB.",
                Members.of("type", "object", "properties", properties),
                Members.of(
                        "text",
                        "Shelling hit the town of Kupiansk in Kharkiv region on Monday.",
                        "published",
                        "2025-04-08",
                        "publisher",
                        "A newspaper"));
    }

    /** @throws ProblemException when nothing can be read of it */
    Delivery read(Context ctx, RequestParameters parameters) throws IOException {
        String type = String.valueOf(ctx.contentType())
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (type.equals("application/json")) {
            String body = RequestBody.readText(ctx, ReportReader.LARGEST_BYTES, TOO_LARGE);
            try {
                return readJson(new BodyFields(DecisionReader.object(body), ""));
            } catch (RefusedChangeException refused) {
                throw Refusal.problem(refused);
            }
        }
        byte[] bytes = RequestBody.readBytes(ctx, ReportReader.LARGEST_BYTES, TOO_LARGE);
        Hints hints = new Hints(
                parameters.parse("published", TextInput::day).orElse(null),
                parameters.find("publisher").orElse(null),
                null,
                null,
                null,
                "file");
        String name = parameters.find("name").orElseGet(() -> "report" + endingOf(type));
        return new Delivery(reader.read(name, bytes, hints), bytes);
    }

    /** So that the reader takes what the client says it is where the bytes leave a choice. */
    private static String endingOf(String type) {
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> ".html";
            case "application/x-ndjson", "application/jsonl" -> ".jsonl";
            case "message/rfc822" -> ".eml";
            default -> "";
        };
    }

    private Delivery readJson(BodyFields body) {
        body.requireOnly(MEMBERS);
        if (body.has("text") == body.has("address")) {
            throw RefusedChangeException.of(
                    "body",
                    body.has("text") ? "has both a text and an address" : "has no text and no address",
                    "{\"text\": …}",
                    "{\"address\": \"https://…\"}");
        }
        Hints hints = new Hints(
                parse(body, "published", TextInput::day),
                body.text("publisher", LONGEST_WORDS),
                body.text("title", LONGEST_WORDS),
                body.text("url", LONGEST_WORDS),
                parse(body, "lang", TextInput::language),
                "paste");
        return body.has("address") ? fetch(body, hints) : readText(body, hints);
    }

    private Delivery readText(BodyFields body, Hints hints) {
        if (!body.node().path("text").isString()) {
            throw RefusedChangeException.of("text", "is no text", "a text");
        }
        // Encoding makes a question mark of half a surrogate pair, which is no character.
        byte[] bytes = body.node().path("text").asString().getBytes(StandardCharsets.UTF_8);
        return new Delivery(reader.read("the text", bytes, hints), bytes);
    }

    private Delivery fetch(BodyFields body, Hints hints) {
        String address = body.requireText("address", List.of("an address of a page, with http or https"));
        try {
            Fetched page = fetcher.fetch(address);
            ReadResult read = reader.read(page.address().toString(), page.bytes(), hints.fetchedFrom(page.address()));
            return new Delivery(read, page.bytes());
        } catch (FetchException refused) {
            throw ProblemException.of(422, "The page was not fetched: " + refused.getMessage() + ".")
                    .with("member", "address")
                    .with("allowed", List.of("an address that can be fetched, with http or https"));
        }
    }

    private static <T> @Nullable T parse(BodyFields body, String name, Function<String, T> parser) {
        return Optional.ofNullable(body.text(name, 100))
                .map(value -> {
                    try {
                        return parser.apply(value);
                    } catch (IllegalArgumentException refused) {
                        throw RefusedChangeException.of(
                                name,
                                "is \"" + value + "\": " + refused.getMessage(),
                                name.equals("lang") ? Language.codes() : List.of("a day as YYYY-MM-DD"));
                    }
                })
                .orElse(null);
    }
}
