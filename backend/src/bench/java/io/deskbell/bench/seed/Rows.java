package io.deskbell.bench.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Rows on their way into the database. */
final class Rows implements AutoCloseable {

    private static final int MANY = 20_000;

    private final Connection connection;

    private final Map<Insert, PreparedStatement> inserts = new EnumMap<>(Insert.class);

    private int waiting;

    Rows(Connection connection) throws SQLException {
        this.connection = connection;
        for (Insert insert : Insert.values()) {
            this.inserts.put(insert, connection.prepareStatement(insert.sql()));
        }
    }

    void add(Insert insert, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = this.inserts.get(insert);
        if (statement != null) {
            Sql.fill(statement, values);
            statement.addBatch();
            this.waiting++;
        }
    }

    /**
     * Stores what waits, once it is much; all that refers to each other must wait by
     * then.
     */
    void storeMany() throws SQLException {
        if (this.waiting >= MANY) {
            store();
        }
    }

    void store() throws SQLException {
        for (PreparedStatement insert : this.inserts.values()) {
            insert.executeBatch();
        }
        this.connection.commit();
        this.waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement insert : this.inserts.values()) {
            insert.close();
        }
    }

}
