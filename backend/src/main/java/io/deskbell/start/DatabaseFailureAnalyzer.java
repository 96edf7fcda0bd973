package io.deskbell.start;

import java.sql.SQLException;
import java.util.Objects;

import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Explains why the database cannot be opened at start. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        SQLException first = cause;
        for (Throwable next = cause; next != null; next = next.getCause()) {
            first = (next instanceof SQLException deeper) ? deeper : first;
        }
        FailureAnalysis ofFiles = ofFiles(first);
        return (ofFiles != null) ? ofFiles : ofServer(first);
    }

    private @Nullable FailureAnalysis ofFiles(SQLException cause) {
        return switch (cause.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> analysis(cause, "Another server has the data of %s open.",
                    "Stop it, or start this one in another folder: each has data of its own.");
            case ErrorCode.FILE_CREATION_FAILED_1, ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_RENAME_FAILED_2, ErrorCode.FILE_DELETE_FAILED_1, ErrorCode.DATABASE_IS_READ_ONLY ->
                analysis(cause, "Deskbell can't write its data to %s.",
                        "Let the user it runs as write to that folder, make room on the disk, or name another folder with spring.datasource.url.");
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
                analysis(cause, "The data of %s can't be read: it is damaged, or of another version of H2.",
                        "Put the latest backup back.");
            default -> null;
        };
    }

    private @Nullable FailureAnalysis ofServer(SQLException cause) {
        String state = Objects.requireNonNullElse(cause.getSQLState(), "");
        if (state.startsWith("28")) {
            return analysis(cause, "The database %s refuses this username or password.",
                    "Set spring.datasource.username and spring.datasource.password to those of the database.");
        }
        if (state.startsWith("3D")) {
            return analysis(cause, "There is no database %s.",
                    "Make it with: create database deskbell encoding 'UTF8' template template0");
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return analysis(cause, "The database %s can't be reached.",
                    "Start it, and look at host and port in spring.datasource.url.");
        }
        if (state.equals("42501")) {
            return analysis(cause, "Deskbell may not make its tables in the database %s.",
                    "Let its role own the database, or grant it: grant create on schema public to …");
        }
        return null;
    }

    /** Names the database without its options, which may contain a password. */
    private FailureAnalysis analysis(SQLException cause, String fault, String remedy) {
        String url = this.environment.getProperty("spring.datasource.url", "");
        return new FailureAnalysis(fault.formatted(url.replaceAll("[;?].*|(?<=//)[^/@]*@", "")), remedy, cause);
    }

}
