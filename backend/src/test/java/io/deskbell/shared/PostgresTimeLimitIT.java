package io.deskbell.shared;

import io.deskbell.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class PostgresTimeLimitIT extends TimeLimitIT {

    @Override
    String endless() {
        return "select count(*) from generate_series(1, 1000000) a cross join generate_series(1, 1000000) b";
    }

}
