package io.deskbell.protocol;

import io.deskbell.testing.OnPostgres;
import org.junit.jupiter.api.Order;

/** The same on PostgreSQL, whose locks are others. */
@Order(3)
@OnPostgres
class PostgresAdminRaceIT extends AdminRaceIT {

}
