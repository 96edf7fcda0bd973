package io.deskbell.realtime;

import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Holds the connections of one person or desk, and how often it opens new ones, to what
 * any page keeps to by far; those of SockJS's other transports too. One connection above
 * the limit gets as far as an ERROR frame that says so. A stranger is refused before
 * this.
 */
@Component
class HandshakeLimit implements HandshakeInterceptor {

    private final ConnectionSettings settings;

    private final OpenConnections connections;

    private final LoadingCache<String, Bucket> buckets;

    HandshakeLimit(ConnectionSettings settings, OpenConnections connections) {
        this.settings = settings;
        this.connections = connections;
        this.buckets = Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build((username) -> bucket());
    }

    @Override
    public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
            Map<String, Object> attributes) {
        Principal caller = request.getPrincipal();
        if (caller == null) {
            return true;
        }
        if (this.connections.openOf(caller.getName()) > this.settings.connectionsPerAccount()) {
            response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            return false;
        }
        if (this.settings.handshakesPerMinute() == 0) {
            return true;
        }
        long nanos = this.buckets.get(caller.getName()).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        if (nanos > 0) {
            response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            response.getHeaders()
                .set(HttpHeaders.RETRY_AFTER, String.valueOf(TimeUnit.NANOSECONDS.toSeconds(nanos) + 1));
        }
        return nanos <= 0;
    }

    @Override
    public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
            @Nullable Exception exception) {
    }

    private Bucket bucket() {
        return Bucket.builder()
            .addLimit((limit) -> limit.capacity(this.settings.handshakesBurst())
                .refillGreedy(this.settings.handshakesPerMinute(), Duration.ofMinutes(1)))
            .withNanosecondPrecision()
            .build();
    }

}
