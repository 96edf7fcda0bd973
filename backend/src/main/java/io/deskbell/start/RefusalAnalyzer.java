package io.deskbell.start;

import java.util.stream.Collectors;

import io.deskbell.shared.Refusal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a refusal during start, such as a first admin password that is too weak. */
class RefusalAnalyzer extends AbstractFailureAnalyzer<Refusal> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Refusal cause) {
        String faults = cause.getErrors()
            .stream()
            .map((error) -> error.field() + " " + error.detail())
            .collect(Collectors.joining("; "));
        return new FailureAnalysis(
                "The first admin can't be made: " + (faults.isEmpty() ? cause.getDetail() : faults) + ".",
                "Set DESKBELL_ADMIN_PASSWORD to another password, of 10 characters or more.", cause);
    }

}
