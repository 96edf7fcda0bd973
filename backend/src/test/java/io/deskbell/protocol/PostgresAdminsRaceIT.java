package io.deskbell.protocol;

import io.deskbell.testing.OnPostgres;

/** The same on PostgreSQL, whose locks are others. */
@OnPostgres
class PostgresAdminsRaceIT extends AdminsRaceIT {

}
