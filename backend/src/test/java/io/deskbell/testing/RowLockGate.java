package io.deskbell.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.h2.api.ErrorCode;

import static org.awaitility.Awaitility.await;

/**
 * Has several requests meet at rows of the database: the gate holds these, so all have
 * read what they decide by before any of them writes. Whoever decides by what is not
 * locked is caught every time.
 */
public final class RowLockGate implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Connection connection;

    private final String waiting;

    private final List<Future<HttpAnswer>> sent = new ArrayList<>();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public RowLockGate(DataSource database) throws SQLException {
        this.connection = database.getConnection();
        this.connection.setAutoCommit(false);
        boolean h2 = this.connection.getMetaData().getDatabaseProductName().equals("H2");
        this.waiting = h2 ? "select count(*) from information_schema.sessions where blocker_id is not null"
                : "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    }

    /** Holds the rows of a table that this condition names. */
    public RowLockGate holds(String rows, Object... values) throws SQLException {
        run("select * from " + rows + " for update", values);
        return this;
    }

    /**
     * Does this in the transaction that holds the rows; the others see it once it is
     * open.
     */
    public RowLockGate does(String change, Object... values) throws SQLException {
        run(change, values);
        return this;
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Sends these at once and lets them through when each waits or is answered. */
    @SafeVarargs
    public final List<HttpAnswer> open(Callable<HttpAnswer>... requests) throws Exception {
        for (Callable<HttpAnswer> request : requests) {
            this.sent.add(this.threads.submit(request));
        }
        await().atMost(LONGEST)
            .pollInterval(Duration.ofMillis(3))
            .ignoreExceptionsMatching(RowLockGate::isOfEndingSession)
            .until(() -> waiting() + this.sent.stream().filter(Future::isDone).count() >= requests.length);
        this.connection.commit();
        List<HttpAnswer> answers = new ArrayList<>();
        for (Future<HttpAnswer> answer : this.sent) {
            answers.add(answer.get());
        }
        return answers;
    }

    private long waiting() throws SQLException {
        try (PreparedStatement statement = this.connection.prepareStatement(this.waiting);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** H2 stumbles over a session that ends while it looks whom this waits for. */
    private static boolean isOfEndingSession(Throwable failure) {
        return failure instanceof SQLException sql && sql.getErrorCode() == ErrorCode.GENERAL_ERROR_1;
    }

    @Override
    public void close() throws SQLException {
        this.connection.rollback();
        this.connection.setAutoCommit(true);
        this.connection.close();
        this.threads.close();
    }

}
