package io.deskbell.protocol;

import io.deskbell.testing.OnPostgres;

/** The races on PostgreSQL. */
@OnPostgres
class PostgresRaceIT extends RaceIT {

    @Override
    int rounds() {
        return 50;
    }

}
