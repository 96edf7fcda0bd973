package io.deskbell.protocol;

import java.net.HttpCookie;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.deskbell.account.Secrets;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.HttpAnswer;
import io.deskbell.testing.QuickPasswords;
import io.deskbell.testing.RowLockGate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * What two admins change at once: a region with a desk and a guide, and a free region for
 * each of the two.
 */
final class ConcurrentAdminFixture {

    private static final String PASSWORD_HASH = new QuickPasswords().quickPasswords().encode(Admin.PASSWORD);

    final Deskbell deskbell;

    final String home = Admin.unique("region-");

    final String guide = Admin.unique("guide.");

    final String desk = Admin.unique("desk-");

    final String code = Admin.unique("").replace("-", "").toUpperCase(Locale.ROOT);

    final String token = Admin.unique("");

    final String newcomer = Admin.unique("guide.");

    final String newRegion = Admin.unique("region-");

    final String newDesk = Admin.unique("desk-");

    final Side one;

    final Side other;

    private final JdbcClient jdbc;

    private final PasswordEncoder passwords;

    private Browser guides;

    ConcurrentAdminFixture(Deskbell deskbell, JdbcClient jdbc, PasswordEncoder passwords, Person one, Person other) {
        this.deskbell = deskbell;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.guides = deskbell.browser();
        this.one = new Side(this, "하나", one, Admin.unique("region-"));
        this.other = new Side(this, "둘", other, Admin.unique("region-"));
        List.of(this.home, this.one.region(), this.other.region())
            .forEach((region) -> update("insert into regions (code, name, time_zone) values (?, 'x', 'UTC')", region));
        update("insert into desks (code, name, region, languages, enabled) values (?, 'x', ?, 'ko', true)", this.desk,
                this.home);
        update("insert into pairing_codes (code_hash, desk, expires_at) values (?, ?, ?)", Secrets.hash(this.code),
                this.desk, OffsetDateTime.now().plusDays(1));
        String device = Secrets.hash(this.token);
        OffsetDateTime longAgo = OffsetDateTime.now().minusDays(2);
        update("insert into desk_devices (token_hash, desk, paired_at) values (?, ?, ?)", device, this.desk, longAgo);
        update("insert into device_tokens (token_hash, device, issued_at) values (?, ?, ?)", device, device, longAgo);
        makeAccount(jdbc, this.guide, "GUIDE");
        update("insert into account_regions (username, region) values (?, ?)", this.guide, this.home);
    }

    static void makeAccount(JdbcClient jdbc, String username, String role) {
        jdbc.sql(
                """
                        insert into accounts (username, display_name, role, password_hash, enabled, max_calls, presence, created_at)
                        values (?, 'x', ?, ?, true, 1, 'AWAY', current_timestamp)""")
            .params(username, role, PASSWORD_HASH)
            .update();
    }

    void signGuideIn() {
        this.guides = this.deskbell.browserOf(this.guide);
    }

    /** A browser that holds the desk's cookie, of a session that is over. */
    Browser kiosk() {
        Browser kiosk = this.deskbell.browser();
        kiosk.keep(new HttpCookie("DESKBELL_DEVICE", this.token));
        return kiosk;
    }

    /** Where the guide is signed in. */
    Browser guides() {
        return this.guides;
    }

    /**
     * Both have read all of this before one of them may write any of it. Who changes the
     * guide looks at the regions first: two who do both would meet there, and not at the
     * guide.
     */
    RowLockGate gate(DataSource database, boolean bothAreAboutTheGuide) throws SQLException {
        RowLockGate gate = new RowLockGate(database)
            .holds("accounts where username in (?, ?, ?)", this.guide, this.one.admin().username(),
                    this.other.admin().username())
            .holds("account_regions where username = ?", this.guide)
            .holds("pairing_codes where desk = ?", this.desk)
            .holds("device_tokens where token_hash = ?", Secrets.hash(this.token))
            .holds("desk_devices where desk = ?", this.desk)
            .holds("desks where code = ?", this.desk);
        return bothAreAboutTheGuide ? gate
                : gate.holds("regions where code in (?, ?, ?)", this.home, this.one.region(), this.other.region());
    }

    List<String> regionsOfGuide() {
        return this.jdbc.sql("select region from account_regions where username = ? order by region")
            .param(this.guide)
            .query(String.class)
            .list();
    }

    boolean isPasswordOfGuide(String password) {
        String hash = this.jdbc.sql("select password_hash from accounts where username = ?")
            .param(this.guide)
            .query(String.class)
            .single();
        return this.passwords.matches(password, hash);
    }

    int count(String rows, Object... values) {
        return this.jdbc.sql("select count(*) from " + rows).params(values).query(Integer.class).single();
    }

    /** What is in a region that is gone. */
    int orphans() {
        return Stream.of("desks where region", "account_regions where region", "regions where fallback")
            .mapToInt(
                    (row) -> count(
                            row + " in (?, ?, ?) and " + row.substring(row.lastIndexOf(' '))
                                    + " not in (select code from regions)",
                            this.home, this.one.region(), this.other.region()))
            .sum();
    }

    /** The guide may have become an admin. */
    void leave() {
        update("update accounts set enabled = false where username in (?, ?)", this.guide, this.newcomer);
    }

    private void update(String sql, Object... values) {
        this.jdbc.sql(sql).params(values).update();
    }

    record Person(String username, Browser browser) {
    }

    /**
     * One of the two, who gives everything a name, a password and a region of one's own.
     */
    record Side(ConcurrentAdminFixture house, String name, Person admin, String region) {

        Side rival() {
            return (this == this.house.one) ? this.house.other : this.house.one;
        }

        String password() {
            return "a password that was chosen by " + this.name;
        }

        HttpAnswer post(String path, Object body) {
            return this.admin.browser().post("/api/admin/" + path, body);
        }

        HttpAnswer patch(String path, Object body) {
            return this.admin.browser().patch("/api/admin/" + path, body);
        }

        HttpAnswer delete(String path) {
            return this.admin.browser().delete("/api/admin/" + path);
        }

        boolean finds(String rows, Object... values) {
            return this.house.count(rows, values) > 0;
        }

        /** Not by what belongs to it. */
        @Override
        public String toString() {
            return this.name;
        }

    }

}
