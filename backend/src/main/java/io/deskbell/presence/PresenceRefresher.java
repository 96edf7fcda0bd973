package io.deskbell.presence;

import io.deskbell.realtime.OpenConnections;
import io.deskbell.realtime.Publisher;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who has begun or ended a talk may be BUSY by that, or no longer: colleagues are told.
 */
@Component
@RequiredArgsConstructor
public class PresenceRefresher {

    private final Publisher publisher;

    private final OpenConnections connections;

    /** Has it looked at once what is being done is committed. */
    public void recheck(@Nullable String guide) {
        if (guide != null) {
            this.publisher.afterCommit(() -> this.connections.recheck(guide));
        }
    }

}
