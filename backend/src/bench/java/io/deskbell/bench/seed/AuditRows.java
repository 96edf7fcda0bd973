package io.deskbell.bench.seed;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.deskbell.bench.seed.Staff.Person;

/** Writes who signed in and looked at what. */
final class AuditRows {

    /** In every twenty entries. */
    private static final List<String> OF_GUIDES = List.of("SIGNED_IN", "SIGNED_IN", "SIGNED_IN", "SIGNED_IN",
            "SIGNED_IN", "SIGNED_IN", "SIGNED_IN", "SIGNED_IN", "SIGNED_OUT", "SIGNED_OUT", "SIGNED_OUT", "SIGNED_OUT",
            "SIGN_IN_FAILED", "PAIRING_FAILED");

    private static final List<String> OF_ADMINS = List.of("SIGNED_IN", "MESSAGES_READ", "MESSAGES_READ",
            "CALLS_SEARCHED", "CALLS_SEARCHED", "MESSAGES_SEARCHED");

    private final Rows rows;

    private final Staff staff;

    private final Random random;

    AuditRows(Rows rows, Staff staff, Random random) {
        this.rows = rows;
        this.staff = staff;
        this.random = random;
    }

    void add(PastCall before, Instant at) throws SQLException {
        int which = this.random.nextInt(OF_GUIDES.size() + OF_ADMINS.size());
        boolean ofGuide = which < OF_GUIDES.size();
        Person actor = ofGuide ? this.staff.guide(before.desk().region(), this.random) : this.staff.admin(this.random);
        String action = ofGuide ? OF_GUIDES.get(which) : OF_ADMINS.get(which - OF_GUIDES.size());
        this.rows.add(Insert.AUDIT, at, actor.username(), action, subject(action, before),
                "10.0.%d.%d".formatted(this.random.nextInt(8), this.random.nextInt(256)));
    }

    private static String subject(String action, PastCall before) {
        return switch (action) {
            case "MESSAGES_READ" -> before.id().toString();
            case "CALLS_SEARCHED" -> "desk=\"" + before.desk().code() + "\"";
            case "MESSAGES_SEARCHED" -> "q=\"passport\" region=\"" + before.desk().region() + "\"";
            default -> "";
        };
    }

}
