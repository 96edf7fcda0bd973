/** Regions and desks over HTTP: for admins, and for guides to see how desks stand. */
@NullMarked
package io.deskbell.region.web;

import org.jspecify.annotations.NullMarked;
