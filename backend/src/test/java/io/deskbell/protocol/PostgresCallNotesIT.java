package io.deskbell.protocol;

import io.deskbell.testing.OnPostgres;

/** The notes of calls on PostgreSQL. */
@OnPostgres
class PostgresCallNotesIT extends CallNotesIT {

}
