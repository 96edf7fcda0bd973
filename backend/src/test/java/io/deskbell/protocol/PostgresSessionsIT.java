package io.deskbell.protocol;

import io.deskbell.account.web.SessionConnectionMonitorIT;
import io.deskbell.testing.OnPostgres;

/** The sweep of sessions on PostgreSQL, whose SQL is ours. */
@OnPostgres
class PostgresSessionsIT extends SessionConnectionMonitorIT {

}
