package io.deskbell.account.web;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Guesses from everywhere at an account keep its owner out of no browser that knows her.
 */
@DeskbellServer
@TestPropertySource(
        properties = { "deskbell.account.failed-attempts=3", "deskbell.account.failed-attempts-period=100h" })
class LockOutIT {

    @Autowired
    private Deskbell deskbell;

    @Test
    void nobodyLocksSomebodyElseOut() {
        String guide = this.deskbell.admin().guide();
        Browser known = this.deskbell.browserOf(guide);
        known.delete("/api/session").is(204);
        while (this.deskbell.browser().signIn(guide, "a guess").status() == 401) {
            continue;
        }
        this.deskbell.browser().signIn(guide, Admin.PASSWORD).isProblem(429, "TOO_MANY_ATTEMPTS");
        known.copy().signIn(guide, Admin.PASSWORD).is(200);
        Browser othersBrowser = this.deskbell.browserOf(this.deskbell.admin().guide());
        othersBrowser.signIn(guide, Admin.PASSWORD).isProblem(429, "TOO_MANY_ATTEMPTS");
    }

}
