package org.clashmap.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other. */
final class Rows {
    private final PreparedStatement statement;
    private int next = 1;

    Rows(PreparedStatement statement) {
        this.statement = statement;
    }

    Rows text(@Nullable String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    Rows date(@Nullable LocalDate value) throws SQLException {
        return text(value == null ? null : value.toString());
    }

    Rows whole(@Nullable Number value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.INTEGER);
        } else {
            statement.setLong(next++, value.longValue());
        }
        return this;
    }

    Rows decimal(@Nullable Double value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.REAL);
        } else {
            statement.setDouble(next++, value);
        }
        return this;
    }

    Rows bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(next++, value);
        return this;
    }
}
