package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** What a visitor left: a rating of a call that was answered, texts where nobody was. */
@Embeddable
@Getter
public class Feedback {

    /** How long after its end a call may be rated (docs/protocol.md, SEND). */
    public static final Duration RATING_TIME = Duration.ofMinutes(10);

    /** More texts of one visitor say nothing new. */
    private static final int MOST_TEXTS = 5;

    @Embedded
    private @Nullable Rating rating;

    /** When the last text was left. */
    private @Nullable Instant leftAt;

    private int textsLeft;

    /**
     * Keeps a rating, once and not long after the end; the same one again changes
     * nothing.
     */
    void rate(Rating given, Duration sinceEnd) {
        if (given.equals(this.rating)) {
            return;
        }
        // An end that lies ahead was long ago when the clock was put back.
        if (this.rating != null || sinceEnd.abs().compareTo(RATING_TIME) > 0) {
            throw new Refusal(ProblemCode.CALL_OVER, "This call was rated already, or it is too late to rate it.");
        }
        this.rating = given;
    }

    /**
     * Records that a text was left.
     * @param another not one that was left before
     */
    void textLeft(boolean another, Instant now) {
        if (another && this.textsLeft >= MOST_TEXTS) {
            throw new Refusal(ProblemCode.RATE_LIMITED, "So many texts were left for this call already.");
        }
        this.leftAt = now;
        this.textsLeft += another ? 1 : 0;
    }

    /** The system clock was set. */
    void move(Duration by) {
        this.leftAt = CallTimes.moved(this.leftAt, by);
    }

}
