package io.deskbell.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Forces what was committed to the disk, so that it survives a power failure. PostgreSQL
 * does so itself with each commit ({@code synchronous_commit}); H2 with
 * {@code WRITE_DELAY=0} only hands its commits to the operating system, which survives a
 * kill of the process and no more. Its own {@code CHECKPOINT SYNC} does the same and some
 * unneeded work besides.
 */
@Component
public class Disk {

    private final DataSource dataSource;

    private final boolean forced;

    private final Timer timer;

    private final AtomicReference<@Nullable Forced> last = new AtomicReference<>();

    Disk(DataSource dataSource, StorageSettings settings, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.forced = settings.forced();
        this.timer = meters.timer("deskbell.storage.forced");
    }

    /**
     * Returns once everything committed before lies on the disk; at once if it already
     * does.
     * @throws DataAccessResourceFailureException if it can't be forced
     */
    public void force() {
        if (!this.forced) {
            return;
        }
        try (Connection connection = this.dataSource.getConnection()) {
            MVStore store = embedded(connection);
            FileStore<?> file = (store != null) ? store.getFileStore() : null;
            if (store != null && file != null) {
                force(store, file);
            }
        }
        catch (SQLException | RuntimeException ex) {
            throw new DataAccessResourceFailureException("What was stored could not be forced to the disk", ex);
        }
    }

    private void force(MVStore store, FileStore<?> file) {
        Forced now = new Forced(store, store.getCurrentVersion());
        if (!now.equals(this.last.get())) {
            this.timer.record(file::sync);
            this.last.set(now);
        }
    }

    private static @Nullable MVStore embedded(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)
                || !(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return null;
        }
        return session.getDatabase().getStore().getMvStore();
    }

    /** Up to which version a store has been forced. */
    private record Forced(MVStore store, long version) {
    }

}
