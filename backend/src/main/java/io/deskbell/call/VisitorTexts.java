package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a visitor left where nobody answered.
 *
 * @param leftAt when the last one was left; null for never
 * @param textsLeft how many
 */
@Embeddable
record VisitorTexts(@Nullable Instant leftAt, int textsLeft) {

    /** More texts of one visitor say nothing new. */
    static final int MOST = 5;

    static final VisitorTexts NONE = new VisitorTexts(null, 0);

    /**
     * One was left.
     * @param another not one that was left before
     * @throws Refusal {@code RATE_LIMITED} where there are as many as there may be
     */
    VisitorTexts left(boolean another, Instant now) {
        if (another && this.textsLeft >= MOST) {
            throw new Refusal(ProblemCode.RATE_LIMITED, "So many texts were left for this call already.");
        }
        return new VisitorTexts(now, this.textsLeft + (another ? 1 : 0));
    }

    /** The clock was put forward or back. */
    VisitorTexts moved(Duration by) {
        return new VisitorTexts(Call.moved(this.leftAt, by), this.textsLeft);
    }

}
