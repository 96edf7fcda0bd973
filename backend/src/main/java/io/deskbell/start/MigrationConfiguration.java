package io.deskbell.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;

import javax.sql.DataSource;

import org.flywaydb.core.api.exception.FlywayValidateException;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checks the database before it is migrated. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final String FILE = "jdbc:h2:file:";

    @Bean
    FlywayMigrationStrategy checkedFirst(DataSourceProperties properties, DataSource mainPool) {
        return (flyway) -> {
            try {
                check(flyway.getConfiguration().getDataSource(), properties.determineUrl());
                // Opens a connection that the pool keeps: H2 closes a database with its
                // last connection, and would lose an in-memory one.
                mainPool.getConnection().close();
                flyway.migrate();
            }
            catch (SQLException ex) {
                throw new IllegalStateException("Failed to check the database", ex);
            }
            catch (FlywayValidateException ex) {
                throw new UnsuitableDatabase("The database was made by another version of Deskbell.",
                        "Start that version again, or a newer one; or put back the backup that was made before.");
            }
        };
    }

    private static void check(DataSource database, String url) throws SQLException {
        if (url.startsWith(FILE)) {
            checkWritable(Path.of(url.substring(FILE.length())
                .replaceAll(";.*", "")
                .replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home")))));
        }
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                String encoding = encoding(connection);
                if (!encoding.equals("UTF8")) {
                    throw new UnsuitableDatabase(
                            "The PostgreSQL database is encoded as " + encoding + ", which has no Korean letters.",
                            "Make one with: create database deskbell encoding 'UTF8' template template0");
                }
            }
        }
    }

    /** Checked here, because H2 would flood the console with its own error. */
    private static void checkWritable(Path data) {
        Path folder = data.toAbsolutePath().normalize().getParent();
        Path file = Path.of(data + ".mv.db");
        try {
            if (folder != null && Files.isWritable(Files.createDirectories(folder))
                    && (Files.notExists(file) || Files.isWritable(file))) {
                return;
            }
        }
        catch (IOException ex) {
            throw notWritable(data);
        }
        throw notWritable(data);
    }

    private static UnsuitableDatabase notWritable(Path data) {
        return new UnsuitableDatabase("Deskbell can't write its data to " + data + ".",
                "Let the user it runs as write to that folder, or name another one with spring.datasource.url.");
    }

    private static String encoding(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show server_encoding")) {
            return found.next() ? found.getString(1) : "";
        }
    }

}
