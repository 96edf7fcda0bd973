/**
 * The database: its connections, time limits, and when what is committed is on the disk.
 */
@NullMarked
package io.deskbell.shared.database;

import org.jspecify.annotations.NullMarked;
