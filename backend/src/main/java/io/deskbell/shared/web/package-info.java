/**
 * HTTP infrastructure shared by all modules: problems, merge patches, and the browser's
 * pages.
 */
@NamedInterface("web")
@NullMarked
package io.deskbell.shared.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
