/**
 * The database: connections, time limits, and forcing commits to the disk.
 */
@NullMarked
package io.deskbell.shared.database;

import org.jspecify.annotations.NullMarked;
