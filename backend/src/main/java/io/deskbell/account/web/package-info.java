/**
 * Sign-in, pairing and accounts over HTTP, and the filters that identify the caller.
 */
@NullMarked
package io.deskbell.account.web;

import org.jspecify.annotations.NullMarked;
