package io.deskbell.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskbell.call.CallState;
import io.deskbell.call.view.CallQueries;
import io.deskbell.call.view.CallView;
import io.deskbell.presence.GuidePresenceService;
import io.deskbell.region.DeskBoard;
import io.deskbell.region.DeskStatus;
import io.deskbell.region.Region;
import io.deskbell.region.RegionDirectory;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All regions as they are now, for an admin's wall. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class LiveBoard {

    private static final String TODAY = """
            select region, state, ring_at, accepted_at from calls where ring_at >= ? order by ring_at""";

    private final RegionDirectory directory;

    private final DeskBoard desks;

    private final GuidePresenceService presences;

    private final CallQueries calls;

    private final JdbcClient jdbc;

    private final Clock clock;

    /** What is to be seen at this moment; a day begins where its region is. */
    public Board now() {
        Instant now = this.clock.instant();
        List<Region> regions = this.directory.regions();
        Instant earliest = regions.stream().map((region) -> midnight(region, now)).min(Instant::compareTo).orElse(now);
        Map<String, List<Rung>> rung = rungSince(earliest);
        Map<String, List<CallView>> open = this.calls.open()
            .stream()
            .collect(Collectors.groupingBy((call) -> call.region().code()));
        List<Rung> today = regions.stream().flatMap((region) -> today(region, rung, now).stream()).toList();
        return new Board(now, Today.of(today),
                regions.stream()
                    .map((region) -> view(region, open.getOrDefault(region.getCode(), List.of()),
                            today(region, rung, now), now))
                    .toList());
    }

    private RegionView view(Region region, List<CallView> open, List<Rung> today, Instant now) {
        String code = region.getCode();
        boolean isOpen = this.directory.isOpen(code, now);
        int[] byHour = new int[24];
        today.forEach((call) -> byHour[call.ringAt().atZone(region.getTimeZone()).getHour()]++);
        return new RegionView(code, region.getName(), region.getTimeZone().getId(), isOpen,
                isOpen ? null : this.directory.opensAfter(code, now), this.presences.onDutyIn(code),
                this.presences.of(code), this.desks.of(code), open,
                new Day(today.size(), Arrays.stream(byHour).boxed().toList()), region.getNames());
    }

    private static List<Rung> today(Region region, Map<String, List<Rung>> rung, Instant now) {
        Instant midnight = midnight(region, now);
        return rung.getOrDefault(region.getCode(), List.of())
            .stream()
            .filter((call) -> !call.ringAt().isBefore(midnight))
            .toList();
    }

    private static Instant midnight(Region region, Instant now) {
        ZoneId zone = region.getTimeZone();
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private Map<String, List<Rung>> rungSince(Instant earliest) {
        return this.jdbc.sql(TODAY).param(earliest.atOffset(ZoneOffset.UTC)).query((row, number) -> {
            OffsetDateTime accepted = row.getObject(4, OffsetDateTime.class);
            return new Rung(row.getString(1), CallState.valueOf(row.getString(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    (accepted != null) ? accepted.toInstant() : null);
        }).list().stream().collect(Collectors.groupingBy(Rung::region));
    }

    /** A call of today. */
    record Rung(String region, CallState state, Instant ringAt, @Nullable Instant acceptedAt) {
    }

    /** All regions. */
    public record Board(Instant at, Today today, List<RegionView> regions) {
    }

    /**
     * All calls of today.
     *
     * @param answered those that a guide accepted, whatever came after
     * @param secondsToAnswerMedian from the press to the accept, null without any
     */
    public record Today(int calls, long answered, long missed, long cancelled, @Nullable Double secondsToAnswerMedian) {

        static Today of(List<Rung> today) {
            double[] seconds = today.stream()
                .filter((call) -> call.acceptedAt() != null)
                .mapToDouble(
                        (call) -> Math.max(0, Duration.between(call.ringAt(), call.acceptedAt()).toMillis()) / 1000.0)
                .sorted()
                .toArray();
            return new Today(today.size(), seconds.length, count(today, CallState.MISSED),
                    count(today, CallState.CANCELLED), median(seconds));
        }

        private static long count(List<Rung> today, CallState state) {
            return today.stream().filter((call) -> call.state() == state).count();
        }

        private static @Nullable Double median(double[] sorted) {
            int middle = sorted.length / 2;
            if (sorted.length == 0) {
                return null;
            }
            return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

    }

    /**
     * One region.
     *
     * @param timeZone such as {@code Asia/Seoul}
     * @param open whether it is within its hours
     * @param opensAt when it opens next, null where it is open or never opens
     * @param onDuty how many could take a call now
     * @param calls those of its desks that are not over
     */
    public record RegionView(String code, String name, String timeZone, boolean open, @Nullable Instant opensAt,
            int onDuty, List<GuidePresenceService.GuidePresence> guides, List<DeskStatus> desks, List<CallView> calls,
            Day today, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names) {
    }

    /**
     * A region's calls of today.
     *
     * @param byHour by hour of the day, 24 of them
     */
    public record Day(int calls, List<Integer> byHour) {
    }

}
