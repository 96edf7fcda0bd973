package io.deskbell.history.statistics;

import java.time.Instant;

import io.deskbell.region.RegionForm;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls statistics are made of, and how they are divided.
 *
 * @param from rung at or after; the last seven days where it is null
 * @param to rung before; now where it is null
 * @param region null for all
 * @param bucket {@code hour} or {@code day}; days where it is null
 * @param zone by whose clock, such as {@code Asia/Seoul}; UTC where it is null
 */
public record StatisticsFilter(@Nullable Instant from, @Nullable Instant to,
        @Nullable @Pattern(regexp = RegionForm.CODE) String region,
        @Nullable @Pattern(regexp = "hour|day", message = "must be hour or day") String bucket, @Nullable String zone) {
}
