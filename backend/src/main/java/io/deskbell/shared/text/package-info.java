/** What people write: which characters are kept, shown and compared. */
@NullMarked
package io.deskbell.shared.text;

import org.jspecify.annotations.NullMarked;
