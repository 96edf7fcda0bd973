package io.deskbell.bench.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.deskbell.bench.seed.Staff.Desk;
import io.deskbell.bench.seed.Staff.Person;
import io.deskbell.bench.seed.Staff.Region;

/**
 * Writes what calls put into inboxes, what colleagues wrote to each other, and how far
 * everybody has read it.
 */
final class NoteRows {

    private static final int MOST_UNREAD = 30;

    private static final double LEFT_A_TEXT = 0.3;

    private static final double TO_THE_REGION = 0.7;

    private final Rows rows;

    private final Staff staff;

    private final Random random;

    private final Map<String, Long> places = new HashMap<>();

    private final Map<String, UUID> newest = new HashMap<>();

    private int count;

    NoteRows(Connection connection, Rows rows, Staff staff, Random random) throws SQLException {
        this.rows = rows;
        this.staff = staff;
        this.random = random;
        Sql.each(connection, "select inbox, last_place from inboxes",
                (row) -> this.places.put(row.getString(1), row.getLong(2)));
    }

    int count() {
        return this.count;
    }

    void add(PastCall call) throws SQLException {
        Sender desk = Sender.of(call.desk());
        Inbox region = Inbox.of(call.desk().region());
        alert("CALL", desk, region, call, "CALL_RANG", call.rang());
        Person before = call.before();
        Person guide = call.guide();
        if (before != null && guide != null) {
            alert("TRANSFER", Sender.of(before), Inbox.of(guide), call, "CALL_HANDED_ON", call.rang().plusSeconds(40));
        }
        if (call.isMissed()) {
            missed(call, desk, region);
        }
    }

    private void missed(PastCall call, Sender desk, Inbox region) throws SQLException {
        String fallback = this.staff.fallbackOf(call.desk().region());
        if (fallback != null) {
            alert("CALL", desk, Inbox.of(fallback), call, "CALL_RANG", call.rang().plus(CallRows.WIDENED_AFTER));
        }
        for (Person admin : this.staff.admins()) {
            alert("CALL", desk, Inbox.of(admin), call, "CALL_UNANSWERED", call.rang().plus(CallRows.ADMINS_AFTER));
        }
        lasting("MISSED", desk, region, call, event("CALL_MISSED", call), call.desk().name(), call.ended());
        if (this.random.nextDouble() < LEFT_A_TEXT) {
            lasting("LEFT", desk, region, call, null, call.language().sentence(this.random),
                    call.ended().plusSeconds(30));
        }
    }

    /** What colleagues tell each other after a call. */
    void addText(PastCall after) throws SQLException {
        String region = after.desk().region();
        Inbox to = (this.random.nextDouble() < TO_THE_REGION) ? Inbox.of(region)
                : Inbox.of(this.staff.guide(region, this.random));
        lasting("TEXT", Sender.of(this.staff.guide(region, this.random)), to, null, null,
                Language.KO.sentence(this.random), after.ended().plusSeconds(60));
    }

    /** It asked for somebody, which is over. */
    private void alert(String kind, Sender from, Inbox to, PastCall call, String event, Instant at)
            throws SQLException {
        Person guide = call.guide();
        this.rows.add(Insert.NOTE, PastCall.id(at, this.random), kind, from.username(), from.name(), from.desk(),
                to.username(), to.region(), call.id(), to.name(), null, (guide != null) ? "ANSWERED" : call.state(),
                (guide != null) ? guide.username() : null, (guide != null) ? guide.name() : null,
                (call.answered() != null) ? call.answered() : call.ended(), event(event, call), call.desk().name(), at);
        this.count++;
    }

    /** It waits to be read. */
    private void lasting(String kind, Sender from, Inbox to, @Nullable PastCall call, @Nullable String event,
            String contents, Instant at) throws SQLException {
        UUID id = PastCall.id(at, this.random);
        this.rows.add(Insert.NOTE, id, kind, from.username(), from.name(), from.desk(), to.username(), to.region(),
                (call != null) ? call.id() : null, to.name(), this.places.merge(to.name(), 1L, Long::sum), null, null,
                null, null, event, contents, at);
        this.newest.put(to.name(), id);
        this.count++;
    }

    private String event(String type, PastCall call) {
        Region region = this.staff.regions().get(call.desk().region());
        return """
                {"type":"%s","desk":{"code":"%s","name":"%s"},"region":{"code":"%s","name":"%s"}}""".formatted(type,
                call.desk().code(), call.desk().name(), call.desk().region(), (region != null) ? region.name() : "");
    }

    /**
     * Tells how far inboxes go and how far they are read: all by most, but for the last
     * few; nothing by the last guide of each region.
     */
    void mark(Connection connection, Instant now) throws SQLException {
        for (Map.Entry<String, Long> inbox : this.places.entrySet()) {
            Sql.update(connection, "delete from inboxes where inbox = ?", inbox.getKey());
            Sql.update(connection, "insert into inboxes (inbox, last_place) values (?, ?)", inbox.getKey(),
                    inbox.getValue());
        }
        for (Map.Entry<String, List<Person>> guides : this.staff.guides().entrySet()) {
            for (Person guide : guides.getValue()) {
                boolean reads = !guide.equals(guides.getValue().getLast());
                mark(connection, guide.username(), Inbox.of(guides.getKey()).name(), reads, now);
                mark(connection, guide.username(), guide.username(), reads, now);
            }
        }
        for (Person admin : this.staff.admins()) {
            mark(connection, admin.username(), admin.username(), true, now);
        }
    }

    private void mark(Connection connection, String username, String inbox, boolean reads, Instant now)
            throws SQLException {
        long last = this.places.getOrDefault(inbox, 0L);
        long readTo = reads ? Math.max(0, last - this.random.nextInt(MOST_UNREAD)) : 0;
        Sql.update(connection, "delete from note_marks where username = ? and inbox = ?", username, inbox);
        Sql.update(connection,
                "insert into note_marks (username, inbox, since_number, read_to, read_at) values (?, ?, 0, ?, ?)",
                username, inbox, readTo, reads ? now : null);
        UUID newestNote = this.newest.get(inbox);
        if (newestNote != null && readTo < last - 2 && reads) {
            this.rows.add(Insert.READ, username, newestNote, inbox, last, now);
        }
    }

    /** A person or a desk. */
    private record Sender(@Nullable String username, String name, @Nullable String desk) {

        static Sender of(Person person) {
            return new Sender(person.username(), person.name(), null);
        }

        static Sender of(Desk desk) {
            return new Sender(null, desk.name(), desk.code());
        }

    }

    /** That of a person or a region. */
    private record Inbox(String name, @Nullable String username, @Nullable String region) {

        static Inbox of(Person person) {
            return new Inbox(person.username(), person.username(), null);
        }

        static Inbox of(String region) {
            return new Inbox("region:" + region, null, region);
        }

    }

}
