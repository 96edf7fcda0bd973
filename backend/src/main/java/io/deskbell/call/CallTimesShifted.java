package io.deskbell.call;

import io.deskbell.shared.time.ClockJumped;

/**
 * The times of a call were moved with the clock; listeners move what belongs to it in the
 * same transaction.
 *
 * @param number the call's
 */
public record CallTimesShifted(long number, ClockJumped clock) {
}
