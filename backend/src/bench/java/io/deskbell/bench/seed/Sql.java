package io.deskbell.bench.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/** Statements that come once. */
final class Sql {

    private Sql() {
    }

    static void each(Connection connection, String sql, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.executeUpdate();
        }
    }

    static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, (values[i] instanceof Instant time) ? time.atOffset(ZoneOffset.UTC) : values[i]);
        }
    }

    /** What takes a row. */
    interface Reader {

        void read(ResultSet row) throws SQLException;

    }

}
