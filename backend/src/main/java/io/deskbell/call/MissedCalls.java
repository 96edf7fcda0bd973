package io.deskbell.call;

import java.time.Clock;

import lombok.RequiredArgsConstructor;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds calls that rang too long. What is due stands in the database, so a restart
 * forgets nothing.
 */
@Component
@RequiredArgsConstructor
class MissedCalls {

    private final Calls calls;

    private final Ringing ringing;

    private final RoutingSettings settings;

    private final Clock clock;

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void sweep() {
        this.calls
            .findByStateAndRingAtLessThanEqual(CallState.RINGING,
                    this.clock.instant().minus(this.settings.missedAfter()))
            .forEach((call) -> this.ringing.miss(call.getId()));
    }

}
