package io.deskbell.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers in which browsers people have signed in. A browser is recognised by a token
 * in a cookie.
 */
@Component
@RequiredArgsConstructor
public class KnownBrowsers {

    /** Limits how many known browsers an attacker who once knew a password can create. */
    private static final int MAX_BROWSERS = 20;

    private final Accounts accounts;

    private final JdbcClient jdbc;

    private final AccountSettings settings;

    private final Clock clock;

    /** Whether this person has signed in with this browser. */
    @Transactional(readOnly = true)
    boolean isKnown(@Nullable String token, String username) {
        return token != null && count("username = ? and token_hash = ?", username, Secrets.hash(token)) > 0;
    }

    /**
     * Records that this person signed in, unless the password was replaced meanwhile.
     * @param token the browser's token, or null
     * @return the token to store; several people may share a browser
     */
    @Transactional
    public String remember(@Nullable String token, Caller person) {
        String username = person.username();
        boolean stillIn = this.accounts.findAndLockByUsernameAndDeletedAtIsNull(username)
            .filter((account) -> account.getPasswordVersion() == person.passwordVersion())
            .isPresent();
        this.jdbc.sql("delete from known_browsers where username = ? and seen_at <= ?")
            .params(username, oldest())
            .update();
        boolean ours = token != null && count("token_hash = ?", Secrets.hash(token)) > 0;
        String kept = (ours && token != null) ? token : Secrets.token();
        if (!stillIn) {
            return kept;
        }
        String statement = isKnown(kept, username)
                ? "update known_browsers set seen_at = ? where token_hash = ? and username = ?"
                : "insert into known_browsers (seen_at, token_hash, username) values (?, ?, ?)";
        this.jdbc.sql(statement).params(utc(this.clock.instant()), Secrets.hash(kept), username).update();
        this.jdbc
            .sql("""
                    delete from known_browsers where username = ? and token_hash not in (
                    select token_hash from known_browsers where username = ? order by seen_at desc fetch first ? rows only)""")
            .params(username, username, MAX_BROWSERS)
            .update();
        return kept;
    }

    /**
     * Forgets all browsers of this person: earlier sign-ins may have been somebody
     * else's.
     */
    @Transactional
    public void forget(String username) {
        this.jdbc.sql("delete from known_browsers where username = ?").param(username).update();
    }

    private long count(String condition, Object... values) {
        return this.jdbc.sql("select count(*) from known_browsers where " + condition + " and seen_at > ?")
            .params(Stream.concat(Stream.of(values), Stream.of(oldest())).toList())
            .query(Long.class)
            .single();
    }

    private OffsetDateTime oldest() {
        return utc(this.clock.instant().minus(this.settings.browserCookieLifetime()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

}
