package io.deskbell.shared;

import io.deskbell.testing.OnPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The same on PostgreSQL. */
@OnPostgres
class PostgresTimeLimitIT extends TimeLimitIT {

    @Test
    void aSearchMayTakeLongerThanWhatElseIsAsked() {
        String limit = this.searches.run((search) -> search.sql("show statement_timeout").query(String.class).single());
        assertThat(limit).isEqualTo("2s");
    }

    @Override
    String muchTooLong() {
        return "select count(*) from generate_series(1, 1000000) a cross join generate_series(1, 300) b";
    }

}
