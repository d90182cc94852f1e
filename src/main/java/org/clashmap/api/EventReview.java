package org.clashmap.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.clashmap.api.access.Role;
import org.clashmap.event.Event;
import org.clashmap.event.Revision;
import org.clashmap.event.review.Decision;
import org.clashmap.event.review.DecisionReader;
import org.clashmap.event.review.RefusedChangeException;
import org.clashmap.event.review.ReviewAction;
import org.clashmap.event.review.ReviewDesk;
import org.clashmap.event.review.StaleVersionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes of one event, its history and its versions. */
final class EventReview {
    static final String PATH = "/api/events/{id}";

    private static final int LARGEST_BODY_BYTES = 1_000_000;
    private static final String SMALLER = "A decision is smaller.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Holdings holdings;
    private final ReviewDesk desk;

    EventReview(Holdings holdings, ReviewDesk desk) {
        this.holdings = holdings;
        this.desk = desk;
    }

    /** A change of the desk that names the version it is meant for. */
    @FunctionalInterface
    private interface Change {
        Event make(String id, int version, JsonNode body, String by);
    }

    static Route.Body decisionBody() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("action", Parameter.oneOf(ReviewAction.words()));
        properties.put("reason", Parameter.text());
        properties.put("reason_code", Parameter.oneOf(Decision.REASON_CODES));
        properties.put("changes", Members.of("type", "object"));
        return new Route.Body(
                "The decision. If-Match must carry the ETag of the version it is meant for.",
                Members.of("type", "object", "required", List.of("action"), "properties", properties),
                Members.of("action", "correct", "changes", Members.of("place", Members.of("candidate", 2))));
    }

    void decide(Context ctx, RequestParameters parameters) throws IOException {
        change(ctx, (id, version, body, by) -> {
            Decision decision = DecisionReader.decision(body);
            Access.require(ctx, roleFor(decision.action()));
            return desk.decide(id, version, decision, by);
        });
    }

    void merge(Context ctx, RequestParameters parameters) throws IOException {
        change(ctx, desk::merge);
    }

    void split(Context ctx, RequestParameters parameters) throws IOException {
        change(ctx, desk::split);
    }

    void undo(Context ctx, RequestParameters parameters) throws IOException {
        change(ctx, desk::undo);
    }

    void addSource(Context ctx, RequestParameters parameters) throws IOException {
        change(ctx, desk::addSource);
    }

    void add(Context ctx, RequestParameters parameters) throws IOException {
        String body = RequestBody.readText(ctx, LARGEST_BODY_BYTES, SMALLER);
        Event event = refusing(ctx, () -> desk.add(DecisionReader.object(body), by(ctx)));
        ctx.status(201);
        ctx.header("Location", EventItems.PATH + "/" + Links.encode(event.id()));
        write(ctx, event);
    }

    private void change(Context ctx, Change change) throws IOException {
        String id = existing(ctx);
        int version = version(ctx, id);
        String text = RequestBody.readText(ctx, LARGEST_BODY_BYTES, SMALLER);
        String body = text.isBlank() ? "{}" : text;
        write(ctx, refusing(ctx, () -> change.make(id, version, DecisionReader.object(body), by(ctx))));
    }

    void writeHistory(Context ctx, RequestParameters parameters) {
        String id = existing(ctx);
        List<Map<String, Object>> revisions = holdings.store().listRevisions(id).stream()
                .map(EventReview::revision)
                .toList();
        Pages.write(ctx, parameters, "History of " + id, Members.of("id", id, "revisions", revisions));
    }

    private static Map<String, Object> revision(Revision revision) {
        return Members.of(
                "version",
                revision.version(),
                "at",
                revision.at(),
                "by",
                revision.by(),
                "action",
                revision.action(),
                "reason",
                revision.reason(),
                "patch",
                JSON.readTree(revision.patch()),
                "data_version",
                revision.dataVersion());
    }

    void writeVersion(Context ctx, RequestParameters parameters) {
        String id = existing(ctx);
        String number = ctx.pathParam("version");
        Optional<Event> version = number.matches("[1-9]\\d{0,8}")
                ? holdings.store().findVersion(id, Integer.parseInt(number))
                : Optional.empty();
        write(
                ctx,
                version.orElseThrow(
                        () -> ProblemException.of(404, "The event \"" + id + "\" has no version \"" + number + "\".")
                                .with("id", id)));
    }

    private static void write(Context ctx, Event event) {
        byte[] body = EventItems.document(event, Links.of(ctx));
        ctx.header("ETag", EntityTags.ofVersion(event.version(), body));
        ctx.header("Cache-Control", "no-cache");
        ctx.contentType(EventItems.GEOJSON).result(body);
    }

    private String existing(Context ctx) {
        String id = ctx.pathParam("id");
        if (holdings.store().find(id).isEmpty()) {
            throw ProblemException.noEvent(id);
        }
        return id;
    }

    /** The version that a change is meant for; without one it could undo what the client has never seen. */
    private static int version(Context ctx, String id) {
        String given = ctx.header("If-Match");
        if (given == null || given.isBlank()) {
            throw ProblemException.of(
                    428,
                    "A change needs the header If-Match with the ETag of the version it is meant for, as GET "
                            + EventItems.PATH + "/" + id + " answers it.");
        }
        OptionalInt version = EntityTags.versionIn(given);
        if (version.isEmpty()) {
            throw ProblemException.of(400, "The header If-Match is " + given + ", which is not the ETag of an event.")
                    .with("header", "If-Match")
                    .with("allowed", List.of("the ETag of the event, such as \"v3-0f1e2d3c4b5a6978\""));
        }
        return version.getAsInt();
    }

    /** Turns a refusal into a problem that names the member, and a change that came too late into one with the current event. */
    private static <T> T refusing(Context ctx, Supplier<T> change) {
        try {
            return change.get();
        } catch (RefusedChangeException refused) {
            throw Refusal.problem(refused);
        } catch (StaleVersionException stale) {
            Event current = stale.current();
            byte[] document = EventItems.document(current, Links.of(ctx));
            throw ProblemException.of(
                            412,
                            "Somebody changed the event in the meantime: it has version " + current.version()
                                    + ", which is in the member current. Nothing was changed.")
                    .with("etag", EntityTags.ofVersion(current.version(), document))
                    .with("current", JSON.readTree(document));
        }
    }

    /** Publishing, and all that loosens or tightens it, is the publisher's; the rest is the reviewer's. */
    private static Role roleFor(ReviewAction action) {
        return switch (action) {
            case PUBLISH, HOLD, LOOSEN -> Role.PUBLISHER;
            case ACCEPT, CORRECT, REJECT, WITHDRAW, REOPEN, ASSIGN -> Role.REVIEWER;
        };
    }

    private static String by(Context ctx) {
        return Access.nameOf(ctx).orElseThrow(() -> new IllegalStateException("a route that writes asks for a token"));
    }
}
