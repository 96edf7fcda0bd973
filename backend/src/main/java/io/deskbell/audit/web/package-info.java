/** The audit trail over HTTP, for admins. */
@NullMarked
package io.deskbell.audit.web;

import org.jspecify.annotations.NullMarked;
