package io.deskbell.protocol;

import io.deskbell.testing.OnPostgres;

/** The main path on PostgreSQL. */
@OnPostgres
class PostgresMainPathIT extends MainPathIT {

}
