package io.deskbell.region.monitor;

import io.deskbell.realtime.Publisher;
import io.deskbell.region.DeskButtonStuck;
import io.deskbell.region.DeskCameBack;
import io.deskbell.region.DeskWentOffline;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Counts events of desks after the commit and before subscribers receive them.
 */
@Component
@RequiredArgsConstructor
class DeskMetrics {

    private final MeterRegistry meters;

    private final Publisher publisher;

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DeskWentOffline event) {
        count("offline");
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DeskCameBack event) {
        count("back");
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DeskButtonStuck event) {
        count("stuck");
    }

    private void count(String change) {
        this.publisher.afterCommit(() -> this.meters.counter("deskbell.desks", "change", change).increment());
    }

}
