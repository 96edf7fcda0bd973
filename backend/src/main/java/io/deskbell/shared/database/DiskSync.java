package io.deskbell.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forces committed data to the disk, so that it survives a power failure. PostgreSQL does
 * so with each commit ({@code synchronous_commit}); H2 with {@code WRITE_DELAY=0} only
 * writes to the operating system, which survives a kill of the process but not a power
 * failure. H2's {@code CHECKPOINT SYNC} does the same plus unneeded work.
 */
@Component
public class DiskSync {

    private static final Forced NOTHING = new Forced(null, -1);

    private final JdbcOperations jdbc;

    private final boolean needed;

    private final Timer timer;

    private volatile Forced last = NOTHING;

    DiskSync(JdbcOperations jdbc, StorageSettings settings, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.needed = settings.forced() && Boolean.TRUE.equals(jdbc.execute(DiskSync::isEmbedded));
        this.timer = meters.timer("deskbell.storage.forced");
    }

    /**
     * Returns once everything committed so far is on the disk; immediately if it already
     * is.
     * @throws DataAccessResourceFailureException if forcing fails
     */
    public void force() {
        if (!this.needed) {
            return;
        }
        Forced before = this.last;
        MVStore store = before.store();
        if (store == null || store.isClosed()) {
            store = this.jdbc.execute(DiskSync::store);
        }
        FileStore<?> file = (store != null) ? store.getFileStore() : null;
        if (store != null && file != null) {
            Forced now = new Forced(store, file.lastChunkVersion());
            if (!now.equals(before)) {
                sync(file);
                this.last = now;
            }
        }
    }

    private void sync(FileStore<?> file) {
        try {
            this.timer.record(file::sync);
        }
        catch (RuntimeException ex) {
            throw new DataAccessResourceFailureException("What was stored could not be forced to the disk", ex);
        }
    }

    /**
     * Forces commits that no caller waited for within a second: H2 reuses the space of
     * replaced data after {@code RETENTION_TIME}, by which time its replacement must be
     * on the disk.
     */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void forceTheRest() {
        force();
    }

    private static boolean isEmbedded(Connection connection) throws SQLException {
        return store(connection) != null;
    }

    private static @Nullable MVStore store(Connection connection) throws SQLException {
        if (connection.isWrapperFor(JdbcConnection.class)
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            return session.getDatabase().getStore().getMvStore();
        }
        return null;
    }

    /**
     * The version up to which a store has been forced.
     *
     * @param store null before the first time
     * @param version of the last chunk handed to the operating system; the store's own
     * version is one ahead while another thread is still writing it
     */
    private record Forced(@Nullable MVStore store, long version) {
    }

}
