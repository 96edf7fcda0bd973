/** Regions and desks over HTTP: administration, and the status of desks for guides. */
@NullMarked
package io.deskbell.region.web;

import org.jspecify.annotations.NullMarked;
