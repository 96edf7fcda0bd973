/**
 * Who is alerted of a call, what they have seen of it, and what their notes say at its
 * end.
 */
@NullMarked
package io.deskbell.call.alert;

import org.jspecify.annotations.NullMarked;
