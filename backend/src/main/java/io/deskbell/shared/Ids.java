package io.deskbell.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Generates ids that sort by time: UUID version 7 (RFC 9562, section 5.7). */
@Component
@RequiredArgsConstructor
public class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    public UUID next() {
        long high = (this.clock.millis() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /**
     * Parses an id in canonical form, or returns empty; {@link UUID#fromString} is more
     * lenient.
     */
    public static Optional<UUID> parse(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text)).filter((id) -> id.toString().equalsIgnoreCase(text));
        }
        catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

}
