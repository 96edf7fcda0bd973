/** Search over HTTP. */
@NullMarked
package io.deskbell.history.web;

import org.jspecify.annotations.NullMarked;
