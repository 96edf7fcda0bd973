package io.deskbell.region;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a desk is reported offline.
 *
 * @param deskOfflineAfter time without a connection within opening hours after which its
 * region and the admins are notified
 */
@Validated
@ConfigurationProperties("deskbell.routing")
public record DeskSettings(@NotNull @DurationMin(seconds = 1) @DefaultValue("60s") Duration deskOfflineAfter) {
}
