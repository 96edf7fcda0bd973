package io.deskbell.region;

import io.deskbell.region.monitor.OfflineDeskMonitorIT;
import io.deskbell.testing.OnPostgres;

/** The supervision of desks on PostgreSQL. */
@OnPostgres
class PostgresOfflineDeskMonitorIT extends OfflineDeskMonitorIT {

}
