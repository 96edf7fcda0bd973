package io.deskbell.shared.database;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of searches.
 *
 * @param atOnce how many searches in calls, messages and the audit trail run at the same
 * time, on a separate connection pool
 * @param patience how long a further search waits for its turn
 * @param timeLimit how long a search may take
 */
@Validated
@ConfigurationProperties("deskbell.search")
record SearchSettings(@Min(1) @DefaultValue("2") int atOnce,
        @NotNull @DurationMin @DefaultValue("3s") Duration patience,
        @NotNull @DurationMin(seconds = 1) @DefaultValue("10s") Duration timeLimit) {
}
