package org.clashmap.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.clashmap.event.EventCoder;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.geocode.Geoparser;
import org.clashmap.store.MemoryStore;
import org.junit.jupiter.api.Test;

/** Invented reports in three languages, coded and put together by the real parts. */
class GroupingIT {
    @Test
    void reportsOnOneEventArePutTogetherAndOthersAreNot() {
        Geoparser geoparser = new Geoparser(Geodata.shared());
        Scorecard scores = new Evaluation(
                        new EventCoder(geoparser), geoparser, OptionalInt.empty(), file -> {}, MemoryStore::new)
                .run(List.of(Path.of("src/test/resources/event/merge/groups.json")), LocalDate.of(2025, 10, 1));
        Scorecard.Section section = scores.find("grouping").orElseThrow();
        assertEquals(1, section.find("pair_precision").orElseThrow().value(), scores::toText);
        assertTrue(section.find("pair_recall").orElseThrow().value() >= 0.9, scores::toText);
        assertEquals(1, section.find("links_found").orElseThrow().value(), scores::toText);
    }
}
