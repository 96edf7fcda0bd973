package io.deskbell.protocol;

import io.deskbell.history.PlansIT;
import io.deskbell.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class PostgresPlansIT extends PlansIT {

}
