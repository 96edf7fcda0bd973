package io.deskbell.account;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.deskbell.shared.Refusal;
import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

/**
 * Limits guessing: each failure takes one attempt from its address and from what it aimed
 * at; a success takes none. Kept for a bounded number of addresses and accounts.
 */
@Component
public class Attempts {

    private static final int REMEMBERED = 100_000;

    /** Many people may sit behind one address. */
    private static final int ADDRESS_FACTOR = 5;

    private final AccountSettings settings;

    private final LoadingCache<Key, Bucket> buckets;

    Attempts(AccountSettings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(settings.failedAttemptsPeriod())
            .build(this::bucket);
    }

    /**
     * Lets an attempt pass.
     * @throws Refusal {@code TOO_MANY_ATTEMPTS} while one of the keys has none left
     */
    public void check(List<Key> keys) {
        for (Key key : keys) {
            long nanos = this.buckets.get(key).estimateAbilityToConsume(1).getNanosToWaitForRefill();
            if (nanos > 0) {
                throw Refusal.tooManyAttempts(TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
            }
        }
    }

    public void failed(List<Key> keys) {
        keys.forEach((key) -> this.buckets.get(key).tryConsume(1));
    }

    private Bucket bucket(Key key) {
        int attempts = this.settings.failedAttempts() * ((key.kind() == Kind.ADDRESS) ? ADDRESS_FACTOR : 1);
        return Bucket.builder()
            .addLimit((limit) -> limit.capacity(attempts).refillGreedy(attempts, this.settings.failedAttemptsPeriod()))
            .build();
    }

    /** What failures are counted for. */
    public enum Kind {

        ADDRESS, ACCOUNT

    }

    /** One address or account. */
    public record Key(Kind kind, String value) {
    }

}
