/**
 * The HTTP edge that all modules share: problems, partial changes, and the pages of the
 * browser.
 */
@NamedInterface("web")
@NullMarked
package io.deskbell.shared.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
