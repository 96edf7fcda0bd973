package io.deskbell.history.statistics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.deskbell.history.statistics.StatisticsDetails.Group;
import io.deskbell.history.statistics.StatisticsDetails.Stars;
import io.deskbell.history.statistics.StatisticsDetails.WaitingTime;

/** Counts calls by what they have in common. */
final class DetailsTally {

    /** Seconds; at 20, 45, 75 and 120 a call that rings goes further unless set else. */
    private static final List<Integer> WAITED = List.of(0, 5, 10, 15, 20, 30, 45, 75, 120);

    private static final int MOST_STARS = 5;

    private final ZoneId zone;

    private final int[][] hours = new int[7][24];

    private final int[] waited = new int[WAITED.size()];

    private final int[] stars = new int[MOST_STARS];

    private final Map<String, Tally> regions = new HashMap<>();

    private final Map<String, Tally> desks = new HashMap<>();

    private final Map<String, Tally> guides = new HashMap<>();

    private final Map<String, Tally> languages = new HashMap<>();

    private final Map<String, String> guideNames = new HashMap<>();

    DetailsTally(ZoneId zone) {
        this.zone = zone;
    }

    void add(MeasuredCall call) {
        ZonedDateTime rung = Instant.ofEpochMilli(call.ringAt()).atZone(this.zone);
        this.hours[rung.getDayOfWeek().getValue() - 1][rung.getHour()]++;
        Long toAnswer = call.timeToAnswer();
        if (toAnswer != null) {
            int after = 0;
            while (after + 1 < WAITED.size() && toAnswer >= WAITED.get(after + 1) * 1_000L) {
                after++;
            }
            this.waited[after]++;
        }
        Integer rated = call.stars();
        if (rated != null) {
            this.stars[rated - 1]++;
        }
        group(this.regions, call.region(), call);
        group(this.desks, call.desk(), call);
        group(this.languages, call.language(), call);
        String guide = call.guide();
        if (guide != null) {
            group(this.guides, guide, call);
            this.guideNames.put(guide, (call.guideName() != null) ? call.guideName() : guide);
        }
    }

    private static void group(Map<String, Tally> groups, String code, MeasuredCall call) {
        groups.computeIfAbsent(code, (added) -> new Tally()).add(call);
    }

    StatisticsDetails details(Statistics statistics, Statistics before) {
        return new StatisticsDetails(statistics, before,
                Arrays.stream(this.hours).map((day) -> Arrays.stream(day).boxed().toList()).toList(),
                IntStream.range(0, WAITED.size()).mapToObj(this::waited).toList(),
                IntStream.range(0, MOST_STARS).mapToObj((i) -> new Stars(i + 1, this.stars[i])).toList(),
                groups(this.regions, Map.of()), groups(this.desks, Map.of()), groups(this.guides, this.guideNames),
                groups(this.languages, Map.of()));
    }

    private WaitingTime waited(int place) {
        Integer to = (place + 1 < WAITED.size()) ? WAITED.get(place + 1) : null;
        return new WaitingTime(WAITED.get(place), to, this.waited[place]);
    }

    private static List<Group> groups(Map<String, Tally> tallies, Map<String, String> names) {
        return tallies.entrySet()
            .stream()
            .map((entry) -> new Group(entry.getKey(), names.get(entry.getKey()), entry.getValue().figures()))
            .sorted(Comparator.comparingInt((Group group) -> group.figures().calls())
                .reversed()
                .thenComparing(Group::code))
            .toList();
    }

}
