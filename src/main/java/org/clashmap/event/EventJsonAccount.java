package org.clashmap.event;

import tools.jackson.core.JsonGenerator;

/** Writes the second half of an event's properties: claims, certainty, sources with their evidence, review, history. */
final class EventJsonAccount {
    private EventJsonAccount() {}

    static void write(JsonGenerator json, Event event) {
        Event.Account account = event.account();
        Event.Editorial editorial = event.editorial();
        json.writeArrayPropertyStart("claims");
        account.claims().forEach(claim -> claim(json, claim));
        json.writeEndArray();
        json.writeStringProperty("certainty", account.certainty());
        json.writeStringProperty("verification_level", account.verification());
        EventJson.decimal(json, "confidence", account.confidence());
        EventJson.derived(json, event, "source");
        EventJson.derived(json, event, "number_of_sources");
        EventJson.derived(json, event, "independent_sources");
        json.writeArrayPropertyStart("sources");
        account.sources().forEach(source -> source(json, source));
        json.writeEndArray();
        review(json, editorial.review());
        sensitivity(json, editorial.sensitivity());
        json.writeArrayPropertyStart("history");
        editorial.history().forEach(change -> change(json, change));
        json.writeEndArray();
    }

    private static void claim(JsonGenerator json, Event.Claim claim) {
        json.writeStartObject();
        json.writeStringProperty("field", claim.field());
        EventJson.text(json, "value", claim.value());
        json.writeStringProperty("speaker", claim.speaker());
        EventJson.textIfAny(json, "party", claim.party());
        json.writeStringProperty("stance", claim.stance());
        EventJson.date(json, "said_on", claim.saidOn());
        EventJson.textIfAny(json, "source_id", claim.reportId());
        quote(json, claim.quote());
        json.writeEndObject();
    }

    private static void quote(JsonGenerator json, Event.Quote quote) {
        json.writeStringProperty("quote", quote.text());
        json.writeNumberProperty("start", quote.start());
        json.writeNumberProperty("end", quote.end());
        EventJson.strings(json, "fields", quote.fields());
    }

    private static void source(JsonGenerator json, SourceRef source) {
        json.writeStartObject();
        json.writeStringProperty("report_id", source.reportId());
        EventJson.text(json, "publisher", source.publisher());
        EventJson.text(json, "title", source.title());
        EventJson.text(json, "url", source.url());
        EventJson.date(json, "publish_date", source.published());
        EventJson.text(json, "retrieved_at", source.collectedAt());
        EventJson.text(json, "lang", source.language());
        EventJson.text(json, "sha256", source.sha256());
        EventJson.textIfAny(json, "licence", source.licence());
        if (source.standing().independent() != null) {
            json.writeBooleanProperty("independent", source.standing().independent());
        }
        EventJson.textIfAny(json, "reprint_of", source.standing().reprintOf());
        json.writeArrayPropertyStart("evidence");
        for (Event.Quote quote : source.evidence()) {
            json.writeStartObject();
            quote(json, quote);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void review(JsonGenerator json, Event.Review review) {
        json.writeObjectPropertyStart("review");
        json.writeStringProperty("status", review.status());
        EventJson.text(json, "reviewer", review.reviewer());
        EventJson.text(json, "reviewed_at", review.reviewedAt());
        EventJson.text(json, "reason", review.reason());
        EventJson.textIfAny(json, "assignee", review.readers().assignee());
        EventJson.textIfAny(json, "coder", review.readers().first());
        EventJson.textIfAny(json, "second_coder", review.readers().second());
        json.writeEndObject();
    }

    private static void sensitivity(JsonGenerator json, Event.Sensitivity sensitivity) {
        json.writeObjectPropertyStart("sensitivity");
        json.writeStringProperty("level", sensitivity.level());
        EventJson.strings(json, "reasons", sensitivity.reasons());
        EventJson.text(json, "notice", sensitivity.notice());
        if (!sensitivity.loosened().isEmpty()) {
            EventJson.strings(json, "loosened", sensitivity.loosened());
        }
        shown(json, sensitivity.shown());
        json.writeEndObject();
    }

    private static void shown(JsonGenerator json, Event.Shown shown) {
        EventJson.textIfAny(json, "embargo_until", shown.embargoUntil());
        if (shown.uncertaintyMeters() != null) {
            json.writeNumberProperty("public_uncertainty_m", shown.uncertaintyMeters());
        }
        EventJson.textIfAny(json, "blur", shown.blur());
        EventJson.textIfAny(json, "date_coarsened_to", shown.dateCoarsenedTo());
        if (!shown.withheld().isEmpty()) {
            EventJson.strings(json, "withheld", shown.withheld());
        }
    }

    private static void change(JsonGenerator json, Event.Change change) {
        json.writeStartObject();
        json.writeNumberProperty("version", change.version());
        json.writeStringProperty("at", change.at());
        json.writeStringProperty("by", change.by());
        json.writeStringProperty("action", change.action());
        EventJson.text(json, "reason", change.reason());
        json.writeEndObject();
    }
}
