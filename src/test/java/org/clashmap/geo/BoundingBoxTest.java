package org.clashmap.geo;

import static org.clashmap.Refusal.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class BoundingBoxTest {
    private static String refusal(String text) {
        return messageOf(() -> BoundingBox.parse(text));
    }

    @Test
    void fourAndSixNumbersAreRead() {
        assertEquals(new BoundingBox(22, 44.5, 40, 52), BoundingBox.parse("22,44.5, 40 ,52"));
        assertEquals(new BoundingBox(22, 44, 40, 52), BoundingBox.parse("22,44,-10,40,52,500"));
        assertEquals(BoundingBox.WORLD, BoundingBox.parse("-180,-90,180,90"));
    }

    @Test
    void aBoxMayCrossTheDateLine() {
        BoundingBox box = BoundingBox.parse("170,-10,-170,10");
        assertTrue(box.crossesDateLine());
        assertTrue(box.contains(180, 0) && box.contains(-180, 0) && box.contains(-175, 10));
        assertFalse(box.contains(0, 0));
        assertEquals(List.of(new Envelope(170, 180, -10, 10), new Envelope(-180, -170, -10, 10)), box.envelopes());
    }

    @Test
    void refusalsNameTheValueAndTheWayOut() {
        assertTrue(refusal("1,2,3").contains("not 3: \"1,2,3\""));
        assertTrue(refusal("1,2,3,x").contains("\"x\""));
        assertTrue(refusal("1,2,3,NaN").contains("\"NaN\""));
        assertTrue(refusal("1,2,3,0x1p3").contains("0x1p3"));
        assertTrue(refusal("1,2,3,").contains("not a number"));
        assertTrue(refusal("-190,2,3,4").contains("longitude -190.0"));
        assertTrue(refusal("1,2,3,95").contains("latitude 95.0"));
        assertTrue(refusal("1,9,3,4").contains("south 9.0 is greater than north 4.0"));
        assertTrue(refusal("").contains("west,south,east,north"));
    }

    @Test
    void areasOverTheDateLineMeetBoxesOnBothSides() {
        var circle = Geodesy.circle(new LonLat(179.95, 0), 50_000, 64);
        assertTrue(BoundingBox.parse("-180,-1,-179,1").intersects(circle));
        assertTrue(BoundingBox.parse("179,-1,180,1").intersects(circle));
        assertTrue(BoundingBox.parse("179.9,-1,-179.9,1").intersects(circle));
        assertFalse(BoundingBox.parse("-1,-1,1,1").intersects(circle));
    }
}
