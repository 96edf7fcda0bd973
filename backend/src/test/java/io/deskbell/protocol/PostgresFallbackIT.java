package io.deskbell.protocol;

import io.deskbell.region.web.FallbackIT;
import io.deskbell.testing.OnPostgres;

/** Chains of fallback regions on PostgreSQL. */
@OnPostgres
class PostgresFallbackIT extends FallbackIT {

}
