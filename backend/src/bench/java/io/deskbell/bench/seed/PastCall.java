package io.deskbell.bench.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.deskbell.bench.seed.Staff.Desk;
import io.deskbell.bench.seed.Staff.Person;

/**
 * A call that is over.
 *
 * @param before the guide who answered it and handed it on
 * @param guide whose it was in the end; null where nobody answered
 * @param answered when a guide accepted it
 * @param said how many messages
 */
record PastCall(long number, UUID id, Desk desk, Language language, String state, @Nullable Person before,
        @Nullable Person guide, Instant rang, @Nullable Instant answered, Instant ended, int said) {

    private static final double HANDED_ON = 0.03;

    private static final double MISSED = 0.55;

    static final Duration MISSED_AFTER = Duration.ofSeconds(120);

    /** One in which so much was said; where nothing was, nobody answered. */
    static PastCall any(long number, Instant rang, int said, Staff staff, Random random) {
        Desk desk = staff.desk(random);
        Language language = Language.any(random);
        UUID id = id(rang, random);
        if (said == 0) {
            boolean missed = random.nextDouble() < MISSED;
            Instant ended = rang.plus(missed ? MISSED_AFTER : Duration.ofSeconds(3 + random.nextInt(60)));
            return new PastCall(number, id, desk, language, missed ? "MISSED" : "CANCELLED", null, null, rang, null,
                    ended, 0);
        }
        Person guide = staff.guide(desk.region(), random);
        Person before = (random.nextDouble() < HANDED_ON) ? staff.guide(desk.region(), random) : null;
        Instant answered = rang.plusMillis(3_000 + random.nextInt(30_000));
        return new PastCall(number, id, desk, language, "ENDED", guide.equals(before) ? null : before, guide, rang,
                answered, answered.plusSeconds(10 + said * 12L), said);
    }

    /** One that sorts by time, as the server's own (UUID version 7). */
    static UUID id(Instant time, Random random) {
        return new UUID((time.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000),
                0x8000_0000_0000_0000L | (random.nextLong() >>> 2));
    }

    boolean isMissed() {
        return this.state.equals("MISSED");
    }

    String endReason() {
        return switch (this.state) {
            case "MISSED" -> "NOBODY_ANSWERED";
            case "CANCELLED" -> "DESK_CANCELLED";
            default -> (this.number % 3 == 0) ? "GUIDE_ENDED" : "DESK_ENDED";
        };
    }

}
