package io.deskbell.chat;

import io.deskbell.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class PostgresMessageCounterIT extends MessageCounterIT {

}
