/** The admin's edge of regions and desks. */
@NullMarked
package io.deskbell.region.web;

import org.jspecify.annotations.NullMarked;
