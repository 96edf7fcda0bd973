/** Who is signed in, where, and whether that is still good. */
@NullMarked
package io.deskbell.account.session;

import org.jspecify.annotations.NullMarked;
