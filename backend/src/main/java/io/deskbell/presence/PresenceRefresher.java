package io.deskbell.presence;

import io.deskbell.realtime.OpenConnections;
import io.deskbell.realtime.Publisher;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Announces a guide whose calls changed, which may change whether the guide is BUSY.
 */
@Component
@RequiredArgsConstructor
public class PresenceRefresher {

    private final Publisher publisher;

    private final OpenConnections connections;

    /** Checks the presence of a guide after the commit. */
    public void recheck(@Nullable String guide) {
        if (guide != null) {
            this.publisher.afterCommit(() -> this.connections.recheck(guide));
        }
    }

}
