package io.deskbell.account;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.deskbell.shared.Refusal;
import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

/**
 * Limits guessing: each failure takes one attempt from its address and from the account
 * aimed at; a success takes none. Kept for a bounded number of addresses and accounts.
 */
@Component
public class Attempts {

    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    Attempts(AccountSettings settings) {
        Duration period = settings.failedAttemptsPeriod();
        this.buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(period)
            .build((key) -> Bucket.builder()
                .addLimit((limit) -> limit.capacity(settings.failedAttempts())
                    .refillGreedy(settings.failedAttempts(), period))
                .build());
    }

    /**
     * Lets an attempt pass.
     * @throws Refusal {@code TOO_MANY_ATTEMPTS} while one of the keys has none left
     */
    public void check(String... keys) {
        for (String key : keys) {
            long nanos = this.buckets.get(key).estimateAbilityToConsume(1).getNanosToWaitForRefill();
            if (nanos > 0) {
                throw Refusal.tooManyAttempts(TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
            }
        }
    }

    public void failed(String... keys) {
        for (String key : keys) {
            this.buckets.get(key).tryConsume(1);
        }
    }

}
