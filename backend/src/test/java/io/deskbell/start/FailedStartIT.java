package io.deskbell.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

import io.deskbell.testing.ServerProcess;
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
    void whereTheDataIsInUse() throws Exception {
        Path data = Files.createDirectories(this.folder.resolve("server/data")).resolve("deskbell");
        try (Connection other = DriverManager.getConnection("jdbc:h2:file:" + data, "sa", "secret")) {
            assertThat(other.isValid(1)).isTrue();
            assertThat(said()).contains("Another server has the data of jdbc:h2:file:./data/deskbell open.");
        }
    }

    @Test
    void whereTheDataCantBeWritten() throws Exception {
        Files.createFile(Files.createDirectories(this.folder.resolve("server")).resolve("data"));
        assertThat(said()).contains("Deskbell can't write its data to ./data/deskbell.");
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

}
