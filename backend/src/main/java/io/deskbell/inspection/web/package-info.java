/** The inspection over HTTP. */
@NullMarked
package io.deskbell.inspection.web;

import org.jspecify.annotations.NullMarked;
