/**
 * What depends on Jetty: how a connection is opened, written to and closed for good.
 */
@NullMarked
package io.deskbell.realtime.jetty;

import org.jspecify.annotations.NullMarked;
