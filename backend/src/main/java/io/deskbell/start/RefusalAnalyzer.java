package io.deskbell.start;

import java.util.stream.Collectors;

import io.deskbell.shared.Refusal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What is made at the first start must be as right as what an admin makes. */
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
