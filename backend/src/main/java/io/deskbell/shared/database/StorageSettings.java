package io.deskbell.shared.database;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How what is stored is kept.
 *
 * @param forced whether what the embedded database has committed is forced to the disk
 * before anybody hears of it
 * @param statementTimeLimit how long one statement may take before the database gives it
 * up
 */
@Validated
@ConfigurationProperties("deskbell.storage")
record StorageSettings(@DefaultValue("true") boolean forced,
        @NotNull @DurationMin(seconds = 1) @DefaultValue("10s") Duration statementTimeLimit) {
}
