package io.deskbell.history.export;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much exporting may cost everybody else.
 *
 * @param atOnce how many exports one admin may run at the same time on a server
 * @param patience how long a batch waits for its turn among searches before the export is
 * broken off
 */
@Validated
@ConfigurationProperties("deskbell.export")
record ExportSettings(@Min(1) @DefaultValue("2") int atOnce,
        @NotNull @DurationMin @DefaultValue("1m") Duration patience) {
}
