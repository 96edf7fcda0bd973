package io.deskbell.call;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When an unanswered call escalates, and how long a lost desk is waited for.
 *
 * @param reminderAfter time after the press, or since it rings again, at which a call
 * that still rings alerts its region again
 * @param fallbackAfter time after the press at which it rings in the fallback region as
 * well
 * @param adminsAfter time after the press at which admins have a note of it as well
 * @param missedAfter time after the press at which a call that still rings is MISSED,
 * with a note to its region; a call that is transferred comes back as late
 * @param deskGoneAfter how long the desk of a conversation may be away before it ends
 * @param cancelledCalls how many calls in a row a desk may cancel after a second or more
 * before it has to cool down; 0 for any number
 * @param coolDown how long that takes for each further press; 0 for none
 * @param inspectEvery how often it is verified that no call is stuck or lacks its notes
 */
@Validated
@ConfigurationProperties("deskbell.routing")
public record RoutingSettings(@NotNull @DurationMin @DefaultValue("20s") Duration reminderAfter,
        @NotNull @DurationMin @DefaultValue("45s") Duration fallbackAfter,
        @NotNull @DurationMin @DefaultValue("75s") Duration adminsAfter,
        @NotNull @DurationMin @DefaultValue("120s") Duration missedAfter,
        @NotNull @DurationMin @DefaultValue("60s") Duration deskGoneAfter,
        @Min(0) @DefaultValue("10") int cancelledCalls, @NotNull @DurationMin @DefaultValue("30s") Duration coolDown,
        @NotNull @DurationMin @DefaultValue("1h") Duration inspectEvery) {
}
