package org.clashmap.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes values one after the other: as the parameters of a statement, or into a list. */
abstract class Rows {
    /** Sets the parameters of a statement. */
    static Rows into(PreparedStatement statement) {
        return new Parameters(statement);
    }

    /** Adds to a list: texts, longs, doubles, byte arrays and nulls. */
    static Rows into(List<@Nullable Object> values) {
        return new Listed(values);
    }

    abstract Rows text(@Nullable String value) throws SQLException;

    abstract Rows whole(@Nullable Number value) throws SQLException;

    abstract Rows decimal(@Nullable Double value) throws SQLException;

    abstract Rows bytes(byte @Nullable [] value) throws SQLException;

    Rows date(@Nullable LocalDate value) throws SQLException {
        return text(value == null ? null : value.toString());
    }

    private static final class Parameters extends Rows {
        private final PreparedStatement statement;
        private int next = 1;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        Rows text(@Nullable String value) throws SQLException {
            statement.setString(next++, value);
            return this;
        }

        @Override
        Rows whole(@Nullable Number value) throws SQLException {
            if (value == null) {
                statement.setNull(next++, Types.INTEGER);
            } else {
                statement.setLong(next++, value.longValue());
            }
            return this;
        }

        @Override
        Rows decimal(@Nullable Double value) throws SQLException {
            if (value == null) {
                statement.setNull(next++, Types.REAL);
            } else {
                statement.setDouble(next++, value);
            }
            return this;
        }

        @Override
        Rows bytes(byte @Nullable [] value) throws SQLException {
            statement.setBytes(next++, value);
            return this;
        }
    }

    private static final class Listed extends Rows {
        private final List<@Nullable Object> values;

        Listed(List<@Nullable Object> values) {
            this.values = values;
        }

        @Override
        Rows text(@Nullable String value) {
            values.add(value);
            return this;
        }

        @Override
        Rows whole(@Nullable Number value) {
            values.add(value);
            return this;
        }

        @Override
        Rows decimal(@Nullable Double value) {
            values.add(value);
            return this;
        }

        @Override
        Rows bytes(byte @Nullable [] value) {
            values.add(value);
            return this;
        }
    }
}
