/**
 * A running server and those who use it: browsers, desks, guides and admins, over HTTP
 * and STOMP as anybody's clients would.
 */
package io.deskbell.testing;
