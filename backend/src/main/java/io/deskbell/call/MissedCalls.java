package io.deskbell.call;

import java.time.Clock;
import java.util.UUID;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds calls that rang too long. What is due stands in the database, so a restart
 * forgets nothing.
 */
@Slf4j
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
            .forEach((call) -> miss(call.getId()));
    }

    /**
     * One that can't be ended now is tried again, and keeps no other from being ended.
     */
    private void miss(UUID id) {
        try {
            this.ringing.miss(id);
        }
        catch (RuntimeException ex) {
            log.error("Call {} could not be ended as missed; it is tried again", id, ex);
        }
    }

}
