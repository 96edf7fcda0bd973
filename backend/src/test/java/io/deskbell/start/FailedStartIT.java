package io.deskbell.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import io.deskbell.testing.ServerProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that can't start says so in a sentence, and what to do, and ends. */
@Order(2)
class FailedStartIT {

    @TempDir
    private Path folder;

    @Test
    void whereTheDataIsInUseOrOfSomebodyElse() throws Exception {
        Path data = Files.createDirectories(this.folder.resolve("server/data")).resolve("deskbell");
        try (Connection other = DriverManager.getConnection("jdbc:h2:file:" + data, "sa", "secret")) {
            assertThat(other.isValid(1)).isTrue();
            assertThat(said()).contains("Another server has the data of jdbc:h2:file:./data/deskbell open.");
        }
        assertThat(said()).contains("refuses this username or password");
    }

    @Test
    void whereTheDataCantBeWritten() throws Exception {
        Files.createFile(Files.createDirectories(this.folder.resolve("server")).resolve("data"));
        assertThat(said()).contains("Deskbell can't write its data to ./data/deskbell.");
    }

    @Test
    void whereTheDatabaseIsNotThereOrCantKeepKorean() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            makeLatin(postgres);
            assertThat(said(url(postgres, "latin"))).contains("is encoded as LATIN1", "encoding 'UTF8'");
            assertThat(said(url(postgres, "nothing"))).contains("There is no database jdbc:postgresql:");
        }
        assertThat(said("--spring.datasource.url=jdbc:postgresql://localhost:1/deskbell?password=secret"))
            .contains("The database jdbc:postgresql://localhost:1/deskbell can't be reached.")
            .doesNotContain("secret");
    }

    @Test
    void whereASettingIsWrong() throws Exception {
        assertThat(said("--deskbell.proxy.trusted=nonsense")).contains("deskbell.proxy");
    }

    @Test
    void whereThePasswordOfTheFirstAdminWillNotDo() throws Exception {
        assertThat(said("-DDESKBELL_ADMIN_PASSWORD=password123")).contains("The first admin can't be made: password ");
    }

    @Test
    void whereThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(said("--server.port=" + taken.getLocalPort()))
                .contains("Port " + taken.getLocalPort() + " was already in use");
        }
    }

    private String said(String... settings) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.program(this.folder).start(settings)) {
            String said = server.awaitFailure();
            assertThat(said).doesNotContain("\tat ", "Caused by");
            assertThat(said.lines().count()).as(said).isLessThan(25);
            assertThat(said).as("what to do").contains("Action:");
            return said;
        }
    }

    private static String url(EmbeddedPostgres postgres, String database) {
        return "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", database);
    }

    private static void makeLatin(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
        }
    }

}
