package io.deskbell.account;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords on a few platform threads of its own. Hashing is deliberately slow and
 * never yields: on virtual threads, many sign-ins at once would block their carriers and
 * delay every call and message.
 */
@Component
class PasswordHashing implements PasswordEncoder, DisposableBean {

    private static final int QUEUE_SIZE = 200;

    private final PasswordEncoder encoder;

    private final ThreadPoolExecutor threads;

    @Autowired
    PasswordHashing() {
        this(PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2), QUEUE_SIZE);
    }

    PasswordHashing(PasswordEncoder encoder, int atOnce, int waiting) {
        this.encoder = encoder;
        this.threads = new ThreadPoolExecutor(atOnce, atOnce, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name("deskbell-password-", 0).daemon().factory());
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return runQueued(() -> this.encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return runQueued(() -> this.encoder.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return this.encoder.upgradeEncoding(hash);
    }

    /**
     * Runs it on a hashing thread and waits for the result.
     * @throws Refusal {@code UNAVAILABLE} if the queue is full
     */
    private <T extends @Nullable Object> T runQueued(Supplier<T> hashing) {
        try {
            return CompletableFuture.supplyAsync(hashing, this.threads).join();
        }
        catch (RejectedExecutionException ex) {
            throw new Refusal(ProblemCode.UNAVAILABLE, "Too many sign in at this moment. Try again in a few seconds.");
        }
        catch (CompletionException ex) {
            throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
        }
    }

    @Override
    public void destroy() {
        this.threads.shutdownNow();
    }

}
