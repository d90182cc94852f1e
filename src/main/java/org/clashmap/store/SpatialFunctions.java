package org.clashmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sqlite.Function;

/**
 * The SQL functions that the GeoPackage R-tree triggers call, and {@code box_meets(geom, west, south, east, north)}, the
 * exact test after the R-tree's. They belong to a connection and must be registered on each.
 */
final class SpatialFunctions {
    private SpatialFunctions() {}

    static void register(Connection connection) throws SQLException {
        bound(connection, "ST_MinX", Envelope::getMinX);
        bound(connection, "ST_MaxX", Envelope::getMaxX);
        bound(connection, "ST_MinY", Envelope::getMinY);
        bound(connection, "ST_MaxY", Envelope::getMaxY);
        Function.create(connection, "ST_IsEmpty", new IsEmpty(), 1, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "box_meets", new BoxMeets(), 5, Function.FLAG_DETERMINISTIC);
    }

    private static void bound(Connection connection, String name, ToDoubleFunction<Envelope> bound)
            throws SQLException {
        Function.create(connection, name, new Bound(bound), 1, Function.FLAG_DETERMINISTIC);
    }

    /** One side of the envelope; null for null and for an empty geometry. */
    private static final class Bound extends Function {
        private final ToDoubleFunction<Envelope> bound;

        Bound(ToDoubleFunction<Envelope> bound) {
            this.bound = bound;
        }

        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            if (blob == null || GeoPackageGeometry.isEmpty(blob)) {
                result();
                return;
            }
            result(bound.applyAsDouble(GeoPackageGeometry.decode(blob).getEnvelopeInternal()));
        }
    }

    private static final class IsEmpty extends Function {
        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            if (blob == null) {
                result();
                return;
            }
            result(GeoPackageGeometry.isEmpty(blob) ? 1 : 0);
        }
    }

    private static final class BoxMeets extends Function {
        private static final GeometryFactory FACTORY = new GeometryFactory();

        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            if (blob == null) {
                result();
                return;
            }
            Geometry box = FACTORY.toGeometry(
                    new Envelope(value_double(1), value_double(3), value_double(2), value_double(4)));
            result(box.intersects(GeoPackageGeometry.decode(blob)) ? 1 : 0);
        }
    }
}
