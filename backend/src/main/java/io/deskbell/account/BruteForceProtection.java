package io.deskbell.account;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.deskbell.shared.Refusal;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Limits guessing: from one address, for one account from one address, and for one
 * account from anywhere. An attempt is reserved before it is verified, so that concurrent
 * attempts gain nothing, and returned if it succeeds; while all attempts are being
 * verified the next one waits, so that a whole office can sign in at nine. Nobody can
 * lock out somebody else: attempts from a browser in which the person has signed in
 * before are counted separately.
 */
@Component
public class BruteForceProtection {

    private static final int REMEMBERED = 100_000;

    /** Many people may share one address. */
    private static final int ADDRESS_FACTOR = 5;

    /** Also limits guessing from many addresses. */
    private static final int ACCOUNT_FACTOR = 20;

    private static final int AT_ONCE = 4;

    private static final Duration MOST_WAIT = Duration.ofSeconds(20);

    private static final int CODE_FACTOR = 2;

    private static final int NETWORK_BYTES = 8;

    private final AccountSettings settings;

    private final LoadingCache<Key, Budget> budgets;

    private final Counter failed;

    private final Counter refused;

    BruteForceProtection(AccountSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.budgets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(settings.failedAttemptsPeriod())
            .build((key) -> new Budget(bucket(key), key.atOnce()));
        this.failed = meters.counter("deskbell.attempts.failed");
        this.refused = meters.counter("deskbell.attempts.refused");
    }

    /**
     * Runs an attempt that may fail. Only failures count against the limits.
     * @param attempt returns empty if it failed
     * @throws Refusal {@code TOO_MANY_ATTEMPTS} if none is left
     */
    public <T> Optional<T> count(Guess guess, Supplier<Optional<T>> attempt) {
        List<Budget> budgets = take(guess);
        boolean wrong = false;
        try {
            Optional<T> right = attempt.get();
            wrong = right.isEmpty();
            return right;
        }
        finally {
            if (wrong) {
                this.failed.increment();
            }
            for (Budget budget : budgets) {
                budget.tried(wrong);
            }
        }
    }

    private List<Budget> take(Guess guess) {
        List<Budget> taken = new ArrayList<>();
        for (Key key : guess.keys()) {
            Budget budget = this.budgets.get(key);
            long nanos = budget.take();
            if (nanos > 0) {
                taken.forEach((before) -> before.tried(false));
                this.refused.increment();
                throw Refusal.tooManyAttempts(TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
            }
            taken.add(budget);
        }
        return taken;
    }

    private Bucket bucket(Key key) {
        int attempts = this.settings.failedAttempts() * key.factor();
        return Bucket.builder()
            .addLimit((limit) -> limit.capacity(attempts).refillGreedy(attempts, this.settings.failedAttemptsPeriod()))
            .withNanosecondPrecision()
            .build();
    }

    /**
     * An attempt to guess a secret.
     *
     * @param keys the limits it counts against, narrowest first, so that attempts refused
     * by a narrow limit do not use up a wider one
     */
    public record Guess(List<Key> keys) {

        /** A pairing code from this address. */
        public static Guess pairingCode(String address) {
            return new Guess(List.of(Key.address(address)));
        }

        /** The password of an account. */
        static Guess password(String account, String address) {
            return new Guess(List.of(new Key(network(address), account, 1), new Key("", account, ACCOUNT_FACTOR),
                    Key.address(address)));
        }

        /**
         * The second factor of an account, after a correct password: six digits need
         * stricter limits than a password.
         */
        static Guess code(String account, String address) {
            return new Guess(List.of(new Key("code " + network(address), account, 1),
                    new Key("code", account, CODE_FACTOR), Key.address(address)));
        }

        /**
         * Password or second factor, in a browser in which the account has signed in
         * before.
         */
        static Guess inKnownBrowser(String account, String browser) {
            return new Guess(
                    List.of(new Key("browser " + browser, account, 1), new Key("browsers", account, CODE_FACTOR)));
        }

        /**
         * A secret that a signed-in person is asked for again: other people's failures do
         * not count.
         */
        static Guess inSession(String account, String session) {
            return new Guess(List.of(new Key("session " + session, account, 1)));
        }

    }

    /** An IPv6 client controls a whole /64 network. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }

    /** The attempts left for one key, and how many are being verified. */
    @RequiredArgsConstructor
    private static final class Budget {

        private final Bucket bucket;

        private final int most;

        private int trying;

        /**
         * Reserves an attempt, waiting while a pending one may be returned.
         * @return 0, or the nanoseconds until the next attempt is allowed
         */
        synchronized long take() {
            long deadline = System.nanoTime() + MOST_WAIT.toNanos();
            long left = MOST_WAIT.toMillis();
            long nanos = tryTake();
            while (nanos > 0 && this.trying > 0 && left > 0) {
                try {
                    wait(left);
                }
                catch (InterruptedException ex) {
                    Thread.currentThread().interrupt();
                    return nanos;
                }
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                nanos = tryTake();
            }
            return nanos;
        }

        private long tryTake() {
            if (this.trying >= this.most) {
                return TimeUnit.SECONDS.toNanos(1);
            }
            long nanos = this.bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
            this.trying += (nanos > 0) ? 0 : 1;
            return nanos;
        }

        synchronized void tried(boolean wrong) {
            this.trying--;
            if (!wrong) {
                this.bucket.addTokens(1);
            }
            notifyAll();
        }

    }

    /**
     * What attempts are counted by.
     *
     * @param where an address, a browser, or nothing for anywhere
     * @param factor multiplies the ordinary limit
     */
    public record Key(String where, String account, int factor) {

        /**
         * Limits concurrent attempts: hashing is slow, and one client must not delay the
         * others.
         */
        private int atOnce() {
            return this.account.isEmpty() ? Integer.MAX_VALUE : AT_ONCE;
        }

        static Key address(String address) {
            return new Key(network(address), "", ADDRESS_FACTOR);
        }

    }

}
