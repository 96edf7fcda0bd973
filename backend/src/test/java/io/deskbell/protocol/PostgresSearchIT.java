package io.deskbell.protocol;

import io.deskbell.history.web.SearchIT;
import io.deskbell.testing.OnPostgres;

/** Search on PostgreSQL. */
@OnPostgres
class PostgresSearchIT extends SearchIT {

}
