package io.deskbell.account;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.deskbell.shared.Refusal;
import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Limits guessing: from one address, for one account from one address, and for one
 * account from anywhere. An attempt is taken before it is tried, so that many at once
 * gain nothing, and given back when it was right. Nobody can lock somebody else out from
 * another address with a few wrong tries.
 */
@Component
public class Attempts {

    private static final int REMEMBERED = 100_000;

    /** Many people may sit behind one address. */
    private static final int ADDRESS_FACTOR = 5;

    /** A guess from ever new addresses is still a guess. */
    private static final int ACCOUNT_FACTOR = 20;

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
     * Takes an attempt.
     * @throws Refusal {@code TOO_MANY_ATTEMPTS} where none is left
     */
    public void take(Guess guess) {
        for (Key key : guess.keys()) {
            long nanos = this.buckets.get(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
            if (nanos > 0) {
                throw Refusal.tooManyAttempts(TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
            }
        }
    }

    /** The guess was right after all. */
    public void giveBack(Guess guess) {
        guess.keys().forEach((key) -> this.buckets.get(key).addTokens(1));
    }

    private Bucket bucket(Key key) {
        int attempts = this.settings.failedAttempts() * key.factor();
        return Bucket.builder()
            .addLimit((limit) -> limit.capacity(attempts).refillGreedy(attempts, this.settings.failedAttemptsPeriod()))
            .build();
    }

    /**
     * Somebody tries a password or a pairing code.
     *
     * @param account the account aimed at, null for a pairing code
     */
    public record Guess(String address, @Nullable String account) {

        /** The narrowest first: the wider ones are not used up by what it stops. */
        private List<Key> keys() {
            Stream<Key> aimed = (this.account == null) ? Stream.empty()
                    : Stream.of(new Key(this.address, this.account, 1), new Key("", this.account, ACCOUNT_FACTOR));
            return Stream.concat(aimed, Stream.of(new Key(this.address, "", ADDRESS_FACTOR))).toList();
        }

    }

    private record Key(String address, String account, int factor) {
    }

}
