package io.deskbell.chat;

import java.io.IOException;
import java.io.UncheckedIOException;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;

/** The same on PostgreSQL. */
class PostgresMessageCountMigrationIT extends MessageCountMigrationTests {

    private EmbeddedPostgres postgres;

    @Override
    DataSource database() {
        try {
            this.postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            return this.postgres.getPostgresDatabase();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @AfterEach
    void stop() throws IOException {
        this.postgres.close();
    }

}
