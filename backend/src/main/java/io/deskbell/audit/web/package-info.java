/** The admin's edge of the audit trail. */
@NullMarked
package io.deskbell.audit.web;

import org.jspecify.annotations.NullMarked;
