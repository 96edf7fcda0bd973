package io.deskbell.protocol;

import io.deskbell.history.web.ExportIT;
import io.deskbell.testing.OnPostgres;

/** The export on PostgreSQL. */
@OnPostgres
class PostgresExportIT extends ExportIT {

}
