/** Sessions: who is signed in, where, and whether the session is still valid. */
@NullMarked
package io.deskbell.account.session;

import org.jspecify.annotations.NullMarked;
