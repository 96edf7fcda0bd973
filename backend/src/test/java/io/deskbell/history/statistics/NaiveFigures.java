package io.deskbell.history.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.deskbell.history.statistics.RandomCalls.Row;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures of some calls, worked out as docs/statistics.md words them. */
record NaiveFigures(List<Row> calls) {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    void areIn(JsonNode answer) {
        assertThat(answer.path("calls").asInt()).isEqualTo(this.calls.size());
        assertThat(answer.path("answered").asLong())
            .isEqualTo(this.calls.stream().filter((call) -> call.acceptedAt() != null).count());
        assertThat(answer.path("missed").asLong()).isEqualTo(inState("MISSED"));
        assertThat(answer.path("cancelled").asLong()).isEqualTo(inState("CANCELLED"));
        assertThat(answer.path("messages").asInt()).isEqualTo(this.calls.stream().mapToInt(Row::messages).sum());
        List<Double> toAnswer = seconds((call) -> Duration.between(call.ringAt(), call.acceptedAt()));
        is(answer, "secondsToAnswerMedian", percentile(toAnswer, "0.5"));
        is(answer, "secondsToAnswerP90", percentile(toAnswer, "0.9"));
        is(answer, "secondsOfTalkMedian",
                percentile(seconds((call) -> Duration.between(call.acceptedAt(), call.endedAt())), "0.5"));
        List<Integer> stars = this.calls.stream().map(Row::stars).filter(Objects::nonNull).toList();
        assertThat(answer.path("ratings").asInt()).isEqualTo(stars.size());
        is(answer, "ratingMean",
                stars.isEmpty() ? null : stars.stream().mapToInt(Integer::intValue).average().getAsDouble());
    }

    private long inState(String state) {
        return this.calls.stream().filter((call) -> call.state().equals(state)).count();
    }

    private List<Double> seconds(Function<Row, Duration> time) {
        return this.calls.stream()
            .filter((call) -> call.acceptedAt() != null)
            .map((call) -> time.apply(call).toMillis() / 1_000.0)
            .sorted()
            .toList();
    }

    private static void is(JsonNode answer, String name, @Nullable Double expected) {
        if (expected == null) {
            assertThat(answer.path(name).isNull()).as(name).isTrue();
        }
        else {
            assertThat(answer.path(name).asDouble()).as(name).isCloseTo(expected, EXACT);
        }
    }

    /** The definition of percentile_cont in the SQL standard, in decimals. */
    private static @Nullable Double percentile(List<Double> sorted, String share) {
        if (sorted.isEmpty()) {
            return null;
        }
        BigDecimal row = BigDecimal.ONE.add(new BigDecimal(share).multiply(BigDecimal.valueOf(sorted.size() - 1L)));
        int floor = row.setScale(0, RoundingMode.FLOOR).intValueExact();
        int ceiling = row.setScale(0, RoundingMode.CEILING).intValueExact();
        BigDecimal low = BigDecimal.valueOf(sorted.get(floor - 1));
        BigDecimal high = BigDecimal.valueOf(sorted.get(ceiling - 1));
        return (floor == ceiling) ? low.doubleValue()
                : BigDecimal.valueOf(ceiling)
                    .subtract(row)
                    .multiply(low)
                    .add(row.subtract(BigDecimal.valueOf(floor)).multiply(high))
                    .doubleValue();
    }

}
