package io.deskbell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of a test's own, which can go away and come back. */
public final class Postgres implements DisposableBean {

    private final Path data;

    private EmbeddedPostgres server;

    Postgres() throws IOException {
        this.data = Files.createTempDirectory("deskbell-postgres");
        this.server = at(0);
    }

    String url() {
        return this.server.getJdbcUrl("postgres", "postgres");
    }

    public void goAway() {
        try {
            this.server.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** With all that was committed, at the same port. */
    public void comeBack() {
        try {
            this.server = at(this.server.getPort());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private EmbeddedPostgres at(int port) throws IOException {
        return EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(this.data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            // One that knows no letters but those of ASCII.
            .setLocaleConfig("locale", "C")
            // As on the disks of today: an index is not avoided for a table of some
            // pages.
            .setServerConfig("random_page_cost", "1.1")
            // Nobody cuts the power of this one.
            .setServerConfig("fsync", "off")
            .start();
    }

    @Override
    public void destroy() throws IOException {
        this.server.close();
        FileSystemUtils.deleteRecursively(this.data);
    }

}
