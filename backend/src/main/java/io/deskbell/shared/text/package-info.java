/** Text written by people: which characters are stored, visible and compared. */
@NullMarked
package io.deskbell.shared.text;

import org.jspecify.annotations.NullMarked;
