package io.deskbell.history.web;

import io.deskbell.history.statistics.CallStatistics;
import io.deskbell.history.statistics.Statistics;
import io.deskbell.history.statistics.StatisticsDetails;
import io.deskbell.history.statistics.StatisticsFilter;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/stats")
@RequiredArgsConstructor
class StatisticsController {

    private final CallStatistics statistics;

    @GetMapping
    Statistics statistics(@Valid StatisticsFilter filter) {
        return this.statistics.of(filter);
    }

    @GetMapping("/details")
    StatisticsDetails details(@Valid StatisticsFilter filter) {
        return this.statistics.detailsOf(filter);
    }

}
