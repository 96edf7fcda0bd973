package io.deskbell.call;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When what happens to a call that nobody answers.
 *
 * @param missedAfter time after the press at which a call that still rings is MISSED,
 * with a note to its region
 */
@Validated
@ConfigurationProperties("deskbell.routing")
public record RoutingSettings(@NotNull @DefaultValue("120s") Duration missedAfter) {
}
