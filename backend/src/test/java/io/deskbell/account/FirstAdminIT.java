package io.deskbell.account;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** At a start at which no admin can sign in, the account {@code admin} can again. */
@DeskbellServer
class FirstAdminIT {

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private FirstAdmin firstAdmin;

    @Autowired
    private JdbcClient jdbc;

    private List<String> others = List.of();

    private Password before;

    /** There is one admin, who has another password by now, and a second factor. */
    @BeforeEach
    void changePassword() {
        this.deskbell.admin();
        this.others = this.jdbc
            .sql("select username from accounts where role = 'ADMIN' and enabled and username <> 'admin'")
            .query(String.class)
            .list();
        this.before = this.jdbc.sql("select password_hash, password_version from accounts where username = 'admin'")
            .query(Password.class)
            .single();
        update("update accounts set enabled = false where role = 'ADMIN' and username <> 'admin'");
        update("update accounts set password_hash = 'forgotten' where username = 'admin'");
        update("insert into second_factors (username, secret, confirmed) values ('admin', 'A', true)");
    }

    /** All of it as it was, for the other tests of this server. */
    @AfterEach
    void restore() {
        update("delete from second_factors where username = 'admin'");
        this.others.forEach((other) -> update("update accounts set enabled = true where username = ?", other));
        update("""
                update accounts set password_hash = ?, password_version = ?, enabled = true, role = 'ADMIN',
                deleted_at = null, one_time_until = null where username = 'admin'""", this.before.passwordHash(),
                this.before.passwordVersion());
    }

    @ParameterizedTest
    @ValueSource(strings = { "enabled = false", "role = 'GUIDE'", "enabled = false, deleted_at = current_timestamp",
            "one_time_until = timestamp with time zone '2026-01-01 00:00:00+00'" })
    void whoeverLockedEverybodyOutIsLetInAgain(String lockedOut) {
        update("update accounts set " + lockedOut + " where username = 'admin'");
        this.firstAdmin.afterSingletonsInstantiated();
        Browser browser = this.deskbell.browserOf("admin");
        browser.get("/api/admin/accounts/admin").is(200);
        assertThat(browser.get("/api/admin/audit", "action", "ACCOUNT_CHANGED", "actor", "deskbell").each("subject"))
            .contains("admin");
    }

    @Test
    void ofServersThatStartAtOnceOneDoes() {
        update("update accounts set enabled = false where username = 'admin'");
        CompletableFuture
            .allOf(CompletableFuture.runAsync(this.firstAdmin::afterSingletonsInstantiated),
                    CompletableFuture.runAsync(this.firstAdmin::afterSingletonsInstantiated))
            .join();
        assertThat(version()).isEqualTo(this.before.passwordVersion() + 1);
        this.deskbell.browserOf("admin");
    }

    @Test
    void whileAnAdminCanSignInNothingChanges() {
        this.firstAdmin.afterSingletonsInstantiated();
        assertThat(version()).isEqualTo(this.before.passwordVersion());
        this.deskbell.browser().signIn("admin", Admin.PASSWORD).isProblem(401, "BAD_CREDENTIALS");
    }

    private int version() {
        return this.jdbc.sql("select password_version from accounts where username = 'admin'")
            .query(Integer.class)
            .single();
    }

    private void update(String sql, Object... values) {
        this.jdbc.sql(sql).params(values).update();
    }

    private record Password(String passwordHash, int passwordVersion) {
    }

}
