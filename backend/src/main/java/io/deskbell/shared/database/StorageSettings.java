package io.deskbell.shared.database;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Durability and time limit of the database.
 *
 * @param forced whether commits of the embedded database are forced to the disk before
 * they are acknowledged or published
 * @param statementTimeLimit how long one statement may take before the database cancels
 * it
 */
@Validated
@ConfigurationProperties("deskbell.storage")
record StorageSettings(@DefaultValue("true") boolean forced,
        @NotNull @DurationMin(seconds = 1) @DefaultValue("10s") Duration statementTimeLimit) {
}
