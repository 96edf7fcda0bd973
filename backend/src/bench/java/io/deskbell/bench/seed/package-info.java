/**
 * Years of calls for a database that has the schema, regions, desks and guides, but no
 * calls yet; in SQL that H2 and PostgreSQL understand, and the same each time.
 */
@NullMarked
package io.deskbell.bench.seed;

import org.jspecify.annotations.NullMarked;
