/** The inbox over HTTP. */
@NullMarked
package io.deskbell.note.web;

import org.jspecify.annotations.NullMarked;
