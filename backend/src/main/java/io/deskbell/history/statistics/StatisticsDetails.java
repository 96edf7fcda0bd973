package io.deskbell.history.statistics;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period, of that before it, and what it is made of.
 *
 * @param hours calls by weekday, Monday first, and by hour of the day, 24 of them
 * @param regions like desks, guides and languages: the one with most calls first
 * @param guides the last guide of each call that has one
 */
public record StatisticsDetails(@JsonUnwrapped Statistics statistics, Statistics before, List<List<Integer>> hours,
        List<WaitingTime> secondsToAnswer, List<Stars> stars, List<Group> regions, List<Group> desks,
        List<Group> guides, List<Group> languages) {

    /**
     * How many calls were answered after this time.
     *
     * @param from seconds at least
     * @param to less than so many seconds; null without a bound
     */
    public record WaitingTime(int from, @Nullable Integer to, int calls) {
    }

    /** How many calls were rated so. */
    public record Stars(int stars, int calls) {
    }

    /**
     * Calls that have something in common.
     *
     * @param code that of a region, a desk or a language, or a guide's username
     * @param name what a guide is called, else left out
     */
    public record Group(String code, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
            @JsonUnwrapped Figures figures) {
    }

}
