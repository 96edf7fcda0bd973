package io.deskbell.region;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A span of a weekday in which a region is open, in the region's time zone.
 *
 * @param from such as {@code 09:00}
 * @param to such as {@code 18:00}; {@code 24:00} is the end of the day
 */
public record OpeningHours(@NotNull Day day, @NotNull @Pattern(regexp = TIME) String from,
        @NotNull @Pattern(regexp = TIME) String to) {

    static final String MIDNIGHT = "24:00";

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d|" + MIDNIGHT;

    /** The days as clients abbreviate them. */
    public enum Day {

        MON, TUE, WED, THU, FRI, SAT, SUN;

        static Day of(LocalDate date) {
            return valueOf(date.getDayOfWeek().name().substring(0, 3));
        }

    }

    /** Whether it ends after it begins. */
    @JsonIgnore
    boolean isInOrder() {
        return this.from.compareTo(this.to) < 0;
    }

}
