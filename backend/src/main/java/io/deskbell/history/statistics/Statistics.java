package io.deskbell.history.statistics;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The figures of a period.
 *
 * @param bucket {@code hour} or {@code day}
 * @param buckets all of the period in order, also those without a call
 */
public record Statistics(Instant from, Instant to, String bucket, String zone, Figures total, List<Bucket> buckets) {

    /**
     * The figures of an hour or a day.
     *
     * @param to where the next one begins
     */
    public record Bucket(Instant from, Instant to, @JsonUnwrapped Figures figures) {
    }

}
