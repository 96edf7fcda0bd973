package io.deskbell.presence;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long to wait for guides who lost the connection.
 *
 * @param guideGoneAfter how long the guide of a call may be away before it rings again,
 * and all guides of a region before admins are notified
 */
@Validated
@ConfigurationProperties("deskbell.routing")
public record PresenceSettings(@NotNull @DurationMin @DefaultValue("30s") Duration guideGoneAfter) {
}
