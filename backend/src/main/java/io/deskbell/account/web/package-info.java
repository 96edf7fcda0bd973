/**
 * Sign-in, pairing and the admin's edge of accounts, and the filters that know who calls.
 */
@NullMarked
package io.deskbell.account.web;

import org.jspecify.annotations.NullMarked;
