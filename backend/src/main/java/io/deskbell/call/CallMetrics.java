package io.deskbell.call;

import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/** Counts the events of calls for the operator: {@code deskbell_calls_total}. */
@Component
@RequiredArgsConstructor
public class CallMetrics {

    private final MeterRegistry meters;

    public void count(String change) {
        this.meters.counter("deskbell.calls", "change", change).increment();
    }

}
