package io.deskbell.bench.seed;

import java.util.Collections;

/** The tables that are filled; those that others refer to come first. */
enum Insert {

    CALL("calls", """
            number, id, desk, region, request_id, language, state, guide, guide_name, former_guides, ring_at,
            accepted_at, ended_at, end_reason, also_regions, stars, messages, texts_left, on_duty, alerts_sent,
            alerts_seen, version"""),

    EVENT("call_events", "call_id, at, kind, username, region"),

    WAVE("alert_waves", "call_id, sent_at, usernames"),

    ALERT("call_alerts", "call_id, username, sent_at, seen_at, audible, declined_at"),

    MESSAGE("messages", "id, call_id, seq, client_id, username, display_name, contents, sent_at"),

    NOTE("notes", """
            id, kind, from_username, from_name, from_desk, to_username, to_region, call_id, inbox, place,
            outcome, outcome_guide, outcome_name, settled_at, event, contents, sent_at"""),

    READ("note_reads", "username, note_id, inbox, place, read_at"),

    AUDIT("audit", "at, actor, action, subject, address");

    private final String table;

    private final String columns;

    Insert(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    String sql() {
        int count = this.columns.split(",", -1).length;
        return "insert into " + this.table + " (" + this.columns + ") values ("
                + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

}
