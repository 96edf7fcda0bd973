package io.deskbell.note;

import io.deskbell.testing.OnPostgres;

/** Many notes on PostgreSQL. */
@OnPostgres
class PostgresInboxSizeIT extends InboxSizeIT {

}
