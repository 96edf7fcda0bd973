package io.deskbell.call.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.call.CallState;
import io.deskbell.shared.database.KeyRange;
import io.deskbell.shared.database.SqlConditions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the numbers of calls, newest first. Each region, desk or guide in each state is
 * read from the end of an index that has just these calls in this order, so that no more
 * are read than are shown, however many there are.
 */
public final class NewestCalls {

    private final List<Part> parts = new ArrayList<>();

    private final SqlConditions rest = new SqlConditions();

    private final SqlConditions given = new SqlConditions();

    public NewestCalls(Which which) {
        List<CallState> states = which.states().isEmpty() ? List.of(CallState.values()) : which.states();
        String desk = which.desk();
        if (which.guide() != null) {
            inEach(states, "guide", List.of(which.guide()));
            this.rest.and("c.region in (:regions)", "regions", which.regions()).and("c.desk = :desk", "desk", desk);
        }
        else if (desk != null) {
            this.given.and("c.desk = :desk", "desk", desk);
            this.parts.add(new Part("c.number", "calls c", "c.desk = :desk", "c.desk desc, "));
            this.rest.and("c.region in (:regions)", "regions", which.regions())
                .and("c.state in (:states)", "states", which.states().stream().map(CallState::name).toList());
        }
        else if (which.regions() != null) {
            inEach(states, "region", which.regions());
        }
        else if (which.states().isEmpty()) {
            this.parts.add(new Part("c.number", "calls c", "1 = 1", ""));
        }
        else {
            states.forEach((state) -> this.parts.add(Part.of(state, "1 = 1", "")));
        }
        this.rest.and("c.ring_at >= :from", "from", which.from()).and("c.ring_at < :to", "to", which.to());
    }

    /**
     * Also those that a guide transferred or lost; now they may be somebody else's.
     */
    public NewestCalls includingFormerGuide(String guide) {
        this.given.and("e.username = :former", "former", guide);
        Stream.of(CallEventKind.TRANSFER_OFFERED, CallEventKind.GUIDE_LOST)
            .forEach((how) -> this.parts.add(Part.formerGuide(how, "e.username = :former")));
        return this;
    }

    /** Only those for which this holds; a condition on {@code c} that names its value. */
    public NewestCalls and(String condition, String name, @Nullable Object value) {
        this.rest.and(condition, name, value);
        return this;
    }

    private void inEach(List<CallState> states, String column, Collection<String> values) {
        for (String value : values) {
            SqlConditions.check(column, value);
            String name = "of" + this.parts.size();
            String is = "c." + column + " = :" + name;
            this.given.and(is, name, value);
            states.forEach((state) -> this.parts.add(Part.of(state, is, "c." + column + " desc, ")));
        }
    }

    /** The highest numbers within a range. */
    public List<Long> read(JdbcClient jdbc, KeyRange numbers, int limit) {
        if (this.parts.isEmpty() || numbers.isEmpty()) {
            return List.of();
        }
        String newest = " order by %snumber desc limit " + limit;
        String all = this.parts.stream()
            .map((part) -> "(select " + part.number() + " from " + part.from() + " where " + part.which()
                    + " and c.number between :low and :high and " + this.rest + newest.formatted(part.order() + "c.")
                    + ")")
            .collect(Collectors.joining(" union "));
        return jdbc.sql((this.parts.size() == 1) ? all : all + newest.formatted(""))
            .params(this.given.getValues())
            .params(this.rest.getValues())
            .param("low", numbers.low())
            .param("high", numbers.high())
            .query((row, number) -> row.getLong(1))
            .list();
    }

    /**
     * Which calls are wanted.
     *
     * @param states empty for all
     * @param regions null for all
     * @param desk null for all
     * @param guide who answered it, null for anybody
     * @param from rung at or after, null for any time
     * @param to rung before, null for any time
     */
    public record Which(List<CallState> states, @Nullable Collection<String> regions, @Nullable String desk,
            @Nullable String guide, @Nullable Instant from, @Nullable Instant to) {
    }

    /**
     * What one index has in order.
     *
     * @param order the columns before the number, all the same: H2 takes the index for
     * sorted only if each of its columns is named
     */
    private record Part(String number, String from, String which, String order) {

        static Part of(CallState state, String which, String order) {
            return new Part("c.number", "calls c", which + " and c.state = '" + state + "'", order + "c.state desc, ");
        }

        /** A guide may have lost the same call more than once. */
        static Part formerGuide(CallEventKind how, String which) {
            return new Part("distinct c.number", "call_events e join calls c on c.id = e.call_id",
                    which + " and e.kind = '" + how + "'", "");
        }

    }

}
