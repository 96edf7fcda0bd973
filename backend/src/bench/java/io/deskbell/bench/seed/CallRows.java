package io.deskbell.bench.seed;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import io.deskbell.bench.seed.Staff.Person;

/** Writes calls with whom they alerted, what happened to them and what was said. */
final class CallRows {

    /** As in the server's keys of messages. */
    private static final int SEQ_BITS = 24;

    private static final Duration REMINDED_AFTER = Duration.ofSeconds(20);

    static final Duration WIDENED_AFTER = Duration.ofSeconds(45);

    static final Duration ADMINS_AFTER = Duration.ofSeconds(75);

    private static final double RATED = 0.3;

    private static final double BY_THE_GUIDE = 0.55;

    private final Rows rows;

    private final Staff staff;

    private final Random random;

    private final int rareEach;

    private final Map<String, Array> usernames = new HashMap<>();

    private int messages;

    /**
     * @param rareEach how many messages come to one that has {@link History#RARE}
     */
    CallRows(Connection connection, Rows rows, Staff staff, Random random, int rareEach) throws SQLException {
        this.rows = rows;
        this.staff = staff;
        this.random = random;
        this.rareEach = rareEach;
        for (String region : staff.regions().keySet()) {
            Object[] names = staff.guidesOf(region).stream().map(Person::username).toArray();
            this.usernames.put(region, connection.createArrayOf("varchar", names));
        }
    }

    void add(PastCall call) throws SQLException {
        String region = call.desk().region();
        int alerted = this.staff.guidesOf(region).size();
        String fallback = call.isMissed() ? this.staff.fallbackOf(region) : null;
        Person guide = call.guide();
        Person before = call.before();
        this.rows.add(Insert.CALL, call.number(), call.id(), call.desk().code(), region, "r" + call.number(),
                call.language().code(), call.state(), (guide != null) ? guide.username() : null,
                (guide != null) ? guide.name() : null, (before != null) ? "," + before.username() + "," : null,
                call.rang(), call.answered(), call.ended(), call.endReason(),
                (fallback != null) ? "," + fallback + "," : null, stars(call), (guide != null) ? call.said() : 0, 0, alerted, alerted, 2, 4L);
        alerts(call, region, fallback);
        events(call, fallback);
        talk(call);
    }

    private @Nullable Integer stars(PastCall call) {
        boolean rated = call.answered() != null && this.random.nextDouble() < RATED;
        return rated ? 5 - (int) (5 * Math.pow(this.random.nextDouble(), 3)) : null;
    }

    private void alerts(PastCall call, String region, @Nullable String fallback) throws SQLException {
        this.rows.add(Insert.WAVE, call.id(), call.rang(), this.usernames.get(region));
        if (fallback != null) {
            this.rows.add(Insert.WAVE, call.id(), call.rang().plus(WIDENED_AFTER), this.usernames.get(fallback));
        }
        List<Person> guides = this.staff.guidesOf(region);
        for (Person seeing : guides.subList(0, Math.min(2, guides.size()))) {
            boolean declines = call.isMissed() && this.random.nextBoolean();
            this.rows.add(Insert.ALERT, call.id(), seeing.username(), call.rang(), call.rang().plusMillis(300), true,
                    declines ? call.rang().plusSeconds(9) : null);
        }
    }

    private void events(PastCall call, @Nullable String fallback) throws SQLException {
        event(call, call.rang(), "RANG", null, null);
        if (call.isMissed()) {
            event(call, call.rang().plus(REMINDED_AFTER), "REMINDED", null, null);
            event(call, call.rang().plus(WIDENED_AFTER), "WIDENED", null, fallback);
            event(call, call.rang().plus(ADMINS_AFTER), "ADMINS_TOLD", null, null);
        }
        Instant answered = call.answered();
        if (answered != null) {
            if (call.before() != null) {
                event(call, answered, "ACCEPTED", call.before(), null);
                event(call, answered.plusSeconds(2), "TRANSFER_OFFERED", call.before(), null);
            }
            event(call, (call.before() != null) ? answered.plusSeconds(7) : answered, "ACCEPTED", call.guide(), null);
        }
        event(call, call.ended(), call.state(), null, null);
    }

    private void event(PastCall call, Instant at, String kind, @Nullable Person who, @Nullable String region)
            throws SQLException {
        this.rows.add(Insert.EVENT, call.id(), at, kind, (who != null) ? who.username() : null, region);
    }

    private void talk(PastCall call) throws SQLException {
        Instant answered = call.answered();
        Person guide = call.guide();
        if (answered == null || guide == null) {
            return;
        }
        Duration pause = Duration.between(answered, call.ended()).dividedBy(call.said() + 1L);
        for (int seq = 1; seq <= call.said(); seq++) {
            Instant at = answered.plus(pause.multipliedBy(seq));
            boolean guides = this.random.nextDouble() < BY_THE_GUIDE;
            this.rows.add(Insert.MESSAGE, (call.number() << SEQ_BITS) | seq, call.id(), seq,
                    PastCall.id(at, this.random).toString(), guides ? guide.username() : "desk:" + call.desk().code(),
                    guides ? guide.name() : call.desk().name(), text(call), at);
        }
    }

    private String text(PastCall call) {
        String text = call.language().sentence(this.random);
        return (this.messages++ % this.rareEach == this.rareEach / 2) ? text + " " + History.RARE : text;
    }

}
