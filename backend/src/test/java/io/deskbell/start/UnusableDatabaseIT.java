package io.deskbell.start;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of a database with which no server can start; how a start says it shows
 * {@link FailedStartIT}.
 */
class UnusableDatabaseIT {

    @Test
    void ofSomebodyElse(@TempDir Path folder) throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("deskbell");
        DriverManager.getConnection(url, "sa", "secret").close();
        assertThat(said(url, "sa").getDescription())
            .isEqualTo("The database " + url + " refuses this username or password.");
    }

    @Test
    void whichIsNotThereOrHasNoKoreanLetters() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement
                    .execute("create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
            }
            FailureAnalysis latin = said(postgres.getJdbcUrl("postgres", "latin"), "postgres");
            assertThat(latin.getDescription()).contains("is encoded as LATIN1");
            assertThat(latin.getAction()).contains("encoding 'UTF8'");
            assertThat(said(postgres.getJdbcUrl("postgres", "nothing"), "postgres").getDescription())
                .startsWith("There is no database jdbc:postgresql:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "jdbc:postgresql://localhost:1/deskbell?password=secret",
            "jdbc:postgresql://sa:secret@localhost:1/deskbell" })
    void whichCantBeReached(String url) {
        assertThat(said(url, "sa").getDescription())
            .isEqualTo("The database jdbc:postgresql://localhost:1/deskbell can't be reached.");
    }

    private static FailureAnalysis said(String url, String username) {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", url)
            .withProperty("spring.datasource.username", username);
        List<FailureAnalysis> said = new ArrayList<>();
        new ApplicationContextRunner().withInitializer((context) -> context.setEnvironment(environment))
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
            .withUserConfiguration(MigrationConfiguration.class)
            .run((context) -> said.add(analyzed(context.getStartupFailure(), environment)));
        assertThat(said.getFirst().getAction()).as("what to do").isNotBlank();
        return said.getFirst();
    }

    /**
     * As Spring Boot asks its analyzers; those that need a bean factory are none of ours.
     */
    private static FailureAnalysis analyzed(Throwable failure, Environment environment) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
            .load(FailureAnalyzer.class, ArgumentResolver.of(Environment.class, environment),
                    (type, name, failedToo) -> {
                    })
            .stream()
            .map((analyzer) -> analyzer.analyze(failure))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    }

}
