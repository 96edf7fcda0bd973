package io.deskbell.shared.database;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows of a time are found by their keys, though a clock was put back between them. */
class KeyRangeTests {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final JdbcClient jdbc = JdbcClient
        .create(new DriverManagerDataSource("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1"));

    @BeforeEach
    void makeTable() {
        this.jdbc.sql("create table things (id bigint primary key, at timestamp(6) with time zone)").update();
    }

    /** One row, then the clock is put back, then another. */
    @ParameterizedTest
    @CsvSource({ "PT1H, -PT24H", "PT1H, -PT30M", "PT24H, -PT30H", "PT24H, -PT24H" })
    void bothAreFound(Duration back, Duration from) {
        add(1, START);
        add(2, START.minus(back).plusSeconds(60));
        KeyRange found = range(START.plus(from), START.plusSeconds(1));
        assertThat(found.low()).isEqualTo(1);
        assertThat(range(START.minus(Duration.ofDays(3)), START.minusSeconds(1)).high()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({ "PT24H, PT30H", "PT1H, PT24H", "PT1H, PT30M" })
    void theLaterOneIsFoundByWhatIsBefore(Duration back, Duration to) {
        add(1, START);
        add(2, START.minus(back).plusSeconds(60));
        assertThat(range(START.minus(Duration.ofDays(3)), START.plus(to)).high()).isEqualTo(2);
    }

    private KeyRange range(Instant from, Instant to) {
        return KeyRange.of(this.jdbc, "things", "id", "at", from, to);
    }

    private void add(long id, Instant at) {
        this.jdbc.sql("insert into things values (?, ?)").params(id, at.atOffset(ZoneOffset.UTC)).update();
    }

}
