package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class OutlinePieceTest {
    /** Ten degrees square from the origin, with a hole of two degrees around (5, 5). */
    private final OutlinePiece square = new OutlinePiece(
            "ne:XX-1",
            "XX",
            List.of(
                    new int[] {0, 0, 10_000, 0, 10_000, 10_000, 0, 10_000, 0, 0},
                    new int[] {4_000, 4_000, 4_000, 6_000, 6_000, 6_000, 6_000, 4_000, 4_000, 4_000}),
            new int[] {0, 0, 10_000, 10_000});

    @Test
    void holesAreOutside() {
        assertTrue(square.contains(new LonLat(1, 1)));
        assertFalse(square.contains(new LonLat(5, 5)));
        assertFalse(square.contains(new LonLat(11, 5)));
        assertEquals(96, square.polygon(new GeometryFactory()).getArea(), 1e-9);
    }

    @Test
    void distanceToTheBorderIsInMeters() {
        assertEquals(11_120, square.metersFromBorder(new LonLat(10.1, 0.0)), 20);
        assertEquals(0, square.metersFromBorder(new LonLat(3, 0)), 1e-6);
        assertFalse(square.mayBeWithin(new LonLat(10.1, 5), 3_000));
        assertTrue(square.mayBeWithin(new LonLat(10.01, 5), 3_000));
    }

    @Test
    void encodedRingOfTheFormatsOwnExampleIsRead() {
        // Google's example, (38.5, -120.2), (40.7, -120.95), (43.252, -126.453) in five decimals, and back to the
        // start.
        List<OutlinePiece> pieces = new java.util.ArrayList<>();
        OutlinePiece.parse("ne:XX-1\tXX\t_p~iF~ps|U_ulLnnqC_mqNvxq`@~b_\\ghde@", pieces);
        assertEquals(
                List.of(3_850_000, -12_020_000, 4_070_000, -12_095_000, 4_325_200, -12_645_300),
                java.util.Arrays.stream(pieces.getFirst().rings().getFirst())
                        .limit(6)
                        .boxed()
                        .toList());
    }
}
