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
 * account from anywhere. An attempt is taken before it is tried, so that many at once
 * gain nothing, and given back when it was right; where all are being tried the next one
 * waits, so that a whole office may sign in at nine. Nobody can lock somebody else out:
 * what is tried in a browser in which that person has signed in before counts apart.
 */
@Component
public class BruteForceProtection {

    private static final int REMEMBERED = 100_000;

    /** Many people may sit behind one address. */
    private static final int ADDRESS_FACTOR = 5;

    /** A guess from ever new addresses is still a guess. */
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
     * Tries what may be wrong. Only failures count: who knows the right word is never
     * kept waiting by it.
     * @param attempt gives nothing where it failed
     * @throws Refusal {@code TOO_MANY_ATTEMPTS} where none is left
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
     * Somebody tries something secret.
     *
     * @param keys what it counts for, the narrowest first: the wider ones are not used up
     * by what it stops
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
         * The second factor of an account, by somebody who has its password: six digits
         * bear fewer guesses than a password.
         */
        static Guess code(String account, String address) {
            return new Guess(List.of(new Key("code " + network(address), account, 1),
                    new Key("code", account, CODE_FACTOR), Key.address(address)));
        }

        /** Either, in a browser in which the account has signed in before. */
        static Guess inKnownBrowser(String account, String browser) {
            return new Guess(
                    List.of(new Key("browser " + browser, account, 1), new Key("browsers", account, CODE_FACTOR)));
        }

        /** What a signed-in person is asked for again: nobody else's guesses count. */
        static Guess inSession(String account, String session) {
            return new Guess(List.of(new Key("session " + session, account, 1)));
        }

    }

    /** Who has one address of IPv6 has the 64 bits after the network too. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }

    /** The attempts that are left for one key, and how many are being tried. */
    @RequiredArgsConstructor
    private static final class Budget {

        private final Bucket bucket;

        private final int most;

        private int trying;

        /**
         * Takes one, or waits while one may be given back.
         * @return 0, or in how many nanoseconds there is another
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
     * What attempts are counted for.
     *
     * @param where an address, a browser, or nothing for anywhere
     * @param factor how many times the ordinary number it has
     */
    public record Key(String where, String account, int factor) {

        /**
         * Hashes are slow: somebody who signs in again and again must not keep others
         * waiting.
         */
        private int atOnce() {
            return this.account.isEmpty() ? Integer.MAX_VALUE : AT_ONCE;
        }

        static Key address(String address) {
            return new Key(network(address), "", ADDRESS_FACTOR);
        }

    }

}
