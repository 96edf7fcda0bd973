package io.deskbell.history.statistics;

import io.deskbell.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class PostgresStatisticsIT extends StatisticsIT {

}
