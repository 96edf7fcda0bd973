package io.deskbell.call;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.deskbell.region.DeskButtonStuck;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.time.SteadyClock;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Limits how often a desk may ring: after many cancelled calls it has to cool down, and a
 * button that goes on being pressed while its call rings is reported as stuck. Per desk,
 * never per address: many desks share one.
 */
@Component
public class RingRateLimiter {

    /** A call cancelled earlier has disturbed nobody yet. */
    private static final Duration NOTICED_AFTER = Duration.ofSeconds(1);

    /** More presses a minute than this, while a call rings, are not made by hand. */
    private static final int STUCK = 20;

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final RoutingSettings settings;

    private final ApplicationEventPublisher events;

    private final CallMetrics counts;

    private final boolean coolsDown;

    private final LoadingCache<String, Bucket> cancellations;

    private final LoadingCache<String, Bucket> repetitions;

    RingRateLimiter(RoutingSettings settings, ApplicationEventPublisher events, CallMetrics counts, SteadyClock clock) {
        this.settings = settings;
        this.events = events;
        this.counts = counts;
        int most = Math.max(1, settings.cancelledCalls());
        this.coolsDown = settings.cancelledCalls() > 0 && settings.coolDown().isPositive();
        this.cancellations = buckets(most, 1, this.coolsDown ? settings.coolDown() : FORGOTTEN_AFTER, clock);
        this.repetitions = buckets(STUCK, STUCK, Duration.ofMinutes(1), clock);
    }

    /**
     * Lets a new call of this desk through.
     * @throws Refusal {@code RATE_LIMITED} while it cools down
     */
    void check(String desk) {
        if (this.coolsDown && this.cancellations.get(desk).getAvailableTokens() == 0) {
            this.counts.count("cooled_down");
            throw new Refusal(ProblemCode.RATE_LIMITED, "Calls of this desk were cancelled again and again. "
                    + "It rings again within " + this.settings.coolDown().toSeconds() + " seconds.");
        }
    }

    void cancelled(String desk, Duration rang) {
        if (rang.compareTo(NOTICED_AFTER) >= 0) {
            this.cancellations.get(desk).tryConsume(1);
        }
    }

    /** A call was answered or missed, so the desk is not being played with. */
    public void forgetCancellations(String desk) {
        this.cancellations.invalidate(desk);
    }

    /** The button was pressed while a call of the desk is open. */
    void repeated(String desk, boolean anotherPress) {
        if (anotherPress && !this.repetitions.get(desk).tryConsume(1)) {
            this.events.publishEvent(new DeskButtonStuck(desk));
        }
    }

    private static LoadingCache<String, Bucket> buckets(int capacity, int refill, Duration every, SteadyClock clock) {
        return Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build((desk) -> Bucket.builder()
                .addLimit((limit) -> limit.capacity(capacity).refillIntervally(refill, every))
                .withCustomTimePrecision(new SteadyMeter(clock))
                .build());
    }

    /**
     * Measures uptime: setting the clock must not make a desk cool down longer.
     */
    private record SteadyMeter(SteadyClock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return this.clock.nanoTime();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

    }

}
