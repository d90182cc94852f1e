package org.clashmap.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometries as GeoPackage blobs (OGC 12-128r18 section 2.1.3): a header with the reference system and, for all but
 * points, the envelope, then little-endian WKB. Reads blobs of other writers too, of either byte order.
 */
final class GeoPackageGeometry {
    static final int SRS_ID = 4326;

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int HEADER_BYTES = 8;
    private static final int EMPTY_FLAG = 0b0001_0000;
    /** Bytes of the envelope by the header's indicator: none, xy, xyz, xym, xyzm. */
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private GeoPackageGeometry() {}

    /** A point, rounded to the six decimals of the event's document, so that both say the same. */
    static byte[] encode(LonLat point) {
        Coordinate rounded = new Coordinate(GeoJson.round(point.lon()), GeoJson.round(point.lat()));
        return encode(FACTORY.createPoint(rounded));
    }

    /** A geometry rounded like the points. */
    static Geometry rounded(Geometry geometry) {
        Geometry rounded = geometry.copy();
        rounded.apply(new Rounding());
        return rounded;
    }

    /** Rounds every coordinate in place. */
    private static final class Rounding implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, GeoJson.round(sequence.getX(i)));
            sequence.setOrdinate(i, 1, GeoJson.round(sequence.getY(i)));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }

    static byte[] encode(Geometry geometry) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        boolean withEnvelope = geometry.getDimension() > 0 && !geometry.isEmpty();
        int flags = 1 | (withEnvelope ? 1 << 1 : 0) | (geometry.isEmpty() ? EMPTY_FLAG : 0);
        ByteBuffer blob = ByteBuffer.allocate(HEADER_BYTES + (withEnvelope ? 32 : 0) + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(SRS_ID);
        if (withEnvelope) {
            Envelope envelope = geometry.getEnvelopeInternal();
            blob.putDouble(envelope.getMinX()).putDouble(envelope.getMaxX());
            blob.putDouble(envelope.getMinY()).putDouble(envelope.getMaxY());
        }
        return blob.put(wkb).array();
    }

    /**
     * @throws IllegalArgumentException when the blob is not a GeoPackage geometry
     */
    static Geometry decode(byte[] blob) {
        if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
            throw new IllegalArgumentException("a blob of " + blob.length + " bytes is not a GeoPackage geometry");
        }
        int indicator = (blob[3] >> 1) & 0b111;
        if (indicator >= ENVELOPE_BYTES.length) {
            throw new IllegalArgumentException("a GeoPackage geometry with the unknown envelope " + indicator);
        }
        int start = HEADER_BYTES + ENVELOPE_BYTES[indicator];
        try {
            return new WKBReader(FACTORY).read(Arrays.copyOfRange(blob, Math.min(start, blob.length), blob.length));
        } catch (ParseException e) {
            throw new IllegalArgumentException("a GeoPackage geometry with unreadable WKB: " + e.getMessage(), e);
        }
    }

    static boolean isEmpty(byte[] blob) {
        return blob.length > 3 && (blob[3] & EMPTY_FLAG) != 0;
    }
}
