package io.deskbell.chat;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

/** Limits how fast each sender may write (docs/protocol.md, "Problems"). */
@Component
class MessageLimits {

    /** A bucket not used for so long is full again anyway. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final ChatLimitSettings settings;

    private final LoadingCache<String, Bucket> buckets;

    MessageLimits(ChatLimitSettings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder().expireAfterAccess(FORGOTTEN_AFTER).build((sender) -> bucket());
    }

    /**
     * @throws Refusal {@code RATE_LIMITED}
     */
    void take(String sender) {
        if (this.settings.messagesPerSecond() > 0 && !this.buckets.get(sender).tryConsume(1)) {
            throw new Refusal(ProblemCode.RATE_LIMITED, "Too many messages at once. Wait a second and send it again.");
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
            .addLimit((limit) -> limit.capacity(this.settings.messagesBurst())
                .refillGreedy(this.settings.messagesPerSecond(), Duration.ofSeconds(1)))
            .withNanosecondPrecision()
            .build();
    }

}
