package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.Writer;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** GeoJSON: a collection, or features one after the other. They leave the writer open for whoever opened it. */
final class JsonSinks {
    static final JsonMapper MAPPER =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JsonSinks() {}

    /** A FeatureCollection; what must be said about it stands in members beside "features" (RFC 7946, section 6.1). */
    static EventSink collection(Writer writer, Contents contents) {
        JsonGenerator json = MAPPER.createGenerator(writer);
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        contents.write(json);
        json.writeArrayPropertyStart("features");
        return new EventSink() {
            @Override
            public void add(Event event) {
                EventJson.write(json, event);
            }

            @Override
            public void close() {
                json.writeEndArray();
                json.writeEndObject();
                json.close();
            }
        };
    }

    /** Features, each after this beginning and on a line of its own. */
    static EventSink lines(Writer writer, String beginning) {
        return new EventSink() {
            @Override
            public void add(Event event) throws IOException {
                writer.write(beginning);
                writer.write(EventJson.toJson(event));
                writer.write('\n');
            }

            @Override
            public void close() throws IOException {
                writer.flush();
            }
        };
    }
}
