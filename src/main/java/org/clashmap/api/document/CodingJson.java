package org.clashmap.api.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.Omission;
import org.clashmap.notice.Notice;
import tools.jackson.core.JsonGenerator;

/** Writes a coded text: {@code {"id","events":FeatureCollection,"not_events":[…],"notices":[…]}}. */
public final class CodingJson {
    private CodingJson() {}

    public static void write(JsonGenerator json, String id, CodedReport coded) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeName("events");
        writeCollection(json, coded.events());
        json.writePOJOProperty("not_events", omissions(coded.omissions()));
        json.writePOJOProperty("notices", notices(coded.notices()));
        json.writeEndObject();
    }

    /** A GeoJSON FeatureCollection of events. */
    public static void writeCollection(JsonGenerator json, Iterable<Event> events) {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeArrayPropertyStart("features");
        for (Event event : events) {
            EventJson.write(json, event);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What was left out, as {@code {"quote","start","end","trap","reason"}}; offsets are code points. */
    public static List<Map<String, Object>> omissions(List<Omission> omissions) {
        return omissions.stream().map(CodingJson::omission).toList();
    }

    public static List<Map<String, Object>> notices(List<Notice> notices) {
        return notices.stream().map(CodingJson::notice).toList();
    }

    private static Map<String, Object> omission(Omission omission) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("quote", omission.quote().text());
        document.put("start", omission.quote().start());
        document.put("end", omission.quote().end());
        document.put("trap", omission.trap());
        document.put("reason", omission.reason());
        return document;
    }

    private static Map<String, Object> notice(Notice notice) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", notice.code());
        document.put("severity", notice.severity().name().toLowerCase(Locale.ROOT));
        document.put("where", notice.where());
        document.put("message", notice.message());
        return document;
    }
}
