package io.deskbell.account;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordHashingTests {

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        PasswordHashing hashing = new PasswordHashing(PasswordEncoderFactories.createDelegatingPasswordEncoder(), 1, 1);
        String hash = hashing.encode("deskbell-demo");
        assertThat(hashing.matches("deskbell-demo", hash)).isTrue();
        assertThat(hashing.matches("deskbell-demO", hash)).isFalse();
        hashing.destroy();
    }

    @Test
    void noMoreThanAFewAreHashedAtOnce() {
        SlowEncoder slow = new SlowEncoder();
        PasswordHashing hashing = new PasswordHashing(slow, 2, 10);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> all = IntStream.range(0, 10)
                .mapToObj((i) -> CompletableFuture.supplyAsync(() -> hashing.matches("p", "h"), people))
                .toList();
            slow.go.countDown();
            assertThat(all).allMatch(CompletableFuture::join);
        }
        assertThat(slow.most).hasValueBetween(1, 2);
        hashing.destroy();
    }

    @Test
    void whoComesWhereTooManyWaitIsToldToTryAgain() throws InterruptedException {
        SlowEncoder slow = new SlowEncoder();
        PasswordHashing hashing = new PasswordHashing(slow, 1, 1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> hashing.matches("p", "h"), people);
            slow.begun.await();
            CompletableFuture<Boolean> second = new CompletableFuture<>();
            Thread waiting = Thread.ofVirtual().start(() -> second.complete(hashing.matches("p", "h")));
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> hashing.matches("p", "h")).isInstanceOfSatisfying(Refusal.class,
                    (refusal) -> assertThat(refusal.getCode()).isEqualTo(ProblemCode.UNAVAILABLE));
            slow.go.countDown();
            assertThat(first.join()).isTrue();
            assertThat(second.join()).isTrue();
        }
        hashing.destroy();
    }

    @Test
    void whatTheEncoderRefusesIsRefusedAsItIs() {
        PasswordHashing hashing = new PasswordHashing(PasswordEncoderFactories.createDelegatingPasswordEncoder(), 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> hashing.matches("p", "{unknown}h"));
        hashing.destroy();
    }

    /** Hashes nothing until it may. */
    private static final class SlowEncoder implements PasswordEncoder {

        private final CountDownLatch begun = new CountDownLatch(1);

        private final CountDownLatch go = new CountDownLatch(1);

        private final AtomicInteger now = new AtomicInteger();

        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            throw new AssertionError("only asked to match");
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            this.most.accumulateAndGet(this.now.incrementAndGet(), Math::max);
            this.begun.countDown();
            try {
                this.go.await();
            }
            catch (InterruptedException ex) {
                return false;
            }
            this.now.decrementAndGet();
            return true;
        }

    }

}
