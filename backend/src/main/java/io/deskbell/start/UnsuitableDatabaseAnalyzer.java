package io.deskbell.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnsuitableDatabaseAnalyzer extends AbstractFailureAnalyzer<UnsuitableDatabase> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnsuitableDatabase cause) {
        return new FailureAnalysis(cause.getMessage(), cause.getRemedy(), cause);
    }

}
