package io.deskbell.realtime;

import java.time.Duration;
import java.util.Map;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.github.bucket4j.Bucket;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Limits what a connection may do to far more than any page does, so that a flood by one
 * client disturbs nobody else. Chat messages have a limit for each sender instead
 * ({@code docs/protocol.md}, "Problems").
 */
@Component
@RequiredArgsConstructor
class ConnectionLimits {

    private static final String BUCKET = ConnectionLimits.class.getName() + ".frames";

    private static final int LONGEST_ID = 128;

    private final ConnectionSettings settings;

    private final OpenConnections connections;

    private final Subscriptions subscriptions;

    /**
     * One connection more of somebody.
     * @throws Refusal {@code RATE_LIMITED}
     */
    void connect(String username) {
        if (this.connections.openOf(username) > this.settings.connectionsPerAccount()) {
            throw tooMuch("This account has too many open connections. Close one of them.");
        }
    }

    /**
     * One subscription more of a connection, kept under this id as long as it lasts.
     * @throws Refusal {@code RATE_LIMITED}
     */
    void subscribe(@Nullable String sessionId, @Nullable String id, Map<String, Object> attributes) {
        frame(attributes);
        if (id != null && id.length() > LONGEST_ID) {
            throw tooMuch("A subscription's id has " + LONGEST_ID + " characters at most.");
        }
        ClientConnection connection = (sessionId != null) ? this.subscriptions.connection(sessionId) : null;
        if (connection != null && connection.subscriptionCount() >= this.settings.subscriptionsPerConnection()) {
            throw tooMuch("This connection has too many subscriptions.");
        }
    }

    /**
     * One frame more of a connection. Only its own reader calls it.
     * @throws Refusal {@code RATE_LIMITED}
     */
    void frame(Map<String, Object> attributes) {
        if (this.settings.framesPerSecond() > 0
                && !((Bucket) attributes.computeIfAbsent(BUCKET, (key) -> bucket())).tryConsume(1)) {
            throw tooMuch("Too much at once. Wait a second and try again.");
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
            .addLimit((limit) -> limit.capacity(this.settings.framesBurst())
                .refillGreedy(this.settings.framesPerSecond(), Duration.ofSeconds(1)))
            .withNanosecondPrecision()
            .build();
    }

    private static Refusal tooMuch(String detail) {
        return new Refusal(ProblemCode.RATE_LIMITED, detail);
    }

}
