package io.deskbell.protocol;

import io.deskbell.audit.web.AuditIT;
import io.deskbell.testing.OnPostgres;

/** The trail on PostgreSQL, whose SQL is ours. */
@OnPostgres
class PostgresAuditIT extends AuditIT {

}
