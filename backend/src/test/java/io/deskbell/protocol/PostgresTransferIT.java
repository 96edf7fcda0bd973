package io.deskbell.protocol;

import io.deskbell.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class PostgresTransferIT extends TransferIT {

}
