/** Calls with their messages as a file, read a batch at a time while it is being sent. */
@NullMarked
package io.deskbell.history.export;

import org.jspecify.annotations.NullMarked;
