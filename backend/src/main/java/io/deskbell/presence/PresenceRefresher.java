package io.deskbell.presence;

import io.deskbell.realtime.OpenConnections;
import io.deskbell.realtime.Publisher;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * A guide who begins or ends a conversation may become BUSY by it, or free again:
 * colleagues are told.
 */
@Component
@RequiredArgsConstructor
public class PresenceRefresher {

    private final Publisher publisher;

    private final OpenConnections connections;

    /** Works the state of a guide out anew once the transaction is committed. */
    public void recheck(@Nullable String guide) {
        if (guide != null) {
            this.publisher.afterCommit(() -> this.connections.recheck(guide));
        }
    }

}
