package io.deskbell.bench.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * The past of a house, with as many calls, notes and entries of the audit trail as come
 * to so many messages.
 *
 * @param messages how many were said
 * @param span over how long
 * @param end when the last call rang
 */
public record History(int messages, Duration span, Instant end) {

    /** A word that many say. */
    public static final String FREQUENT = "화장실";

    /** A word that was said twenty times in all. */
    public static final String RARE = "umbrella";

    /** A word that nobody has said. */
    public static final String ABSENT = "zeppelin";

    private static final int RARELY = 20;

    private static final long SEED = 2026;

    private static final double CALLS_A_MESSAGE = 0.06;

    private static final double NOTES_A_CALL = 2.5;

    private static final double ENTRIES_A_CALL = 10 / 3.0;

    private static final double ANSWERED = 0.82;

    /**
     * Writes it; times are counted back from the end, all else is the same each time.
     * @throws IllegalStateException where there are calls already, or neither desks nor
     * guides
     */
    public void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        requireNoCalls(connection);
        Staff staff = Staff.of(connection);
        Random random = new Random(SEED);
        int[] said = shares(random);
        try (Rows rows = new Rows(connection)) {
            CallRows calls = new CallRows(connection, rows, staff, random, Math.max(1, this.messages / RARELY));
            NoteRows notes = new NoteRows(connection, rows, staff, random);
            AuditRows audit = new AuditRows(rows, staff, random);
            for (int i = 0; i < said.length; i++) {
                PastCall call = PastCall.any(i + 1L, at((i + random.nextDouble()) / said.length), said[i], staff,
                        random);
                calls.add(call);
                notes.add(call);
                while (notes.count() < (i + 1) * NOTES_A_CALL) {
                    notes.addText(call);
                }
                for (int entry = (int) (i * ENTRIES_A_CALL); entry < (int) ((i + 1) * ENTRIES_A_CALL); entry++) {
                    audit.add(call, call.rang());
                }
                rows.storeMany();
            }
            rows.store();
            notes.mark(connection, this.end);
            rows.store();
        }
        settle(connection, said.length);
    }

    private static void requireNoCalls(Connection connection) throws SQLException {
        Sql.each(connection, "select number from calls limit 1", (call) -> {
            throw new IllegalStateException("There are calls already: fill a database that has none");
        });
    }

    /** How much was said in each call: nothing in some, very much in a few. */
    private int[] shares(Random random) {
        double[] weights = random.doubles((long) (this.messages * CALLS_A_MESSAGE))
            .map((chance) -> (chance < ANSWERED) ? Math.exp(0.8 * random.nextGaussian()) : 0)
            .toArray();
        double whole = 0;
        for (double weight : weights) {
            whole += weight;
        }
        int[] shares = new int[weights.length];
        double sum = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            long until = Math.round(sum / whole * this.messages);
            shares[i] = (int) (until - given);
            given = until;
        }
        return shares;
    }

    private Instant at(double part) {
        return this.end.minus(this.span).plusMillis((long) (this.span.toMillis() * part));
    }

    /** New calls go on from here, and the database knows how much there is. */
    private static void settle(Connection connection, int calls) throws SQLException {
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table calls alter column number restart with " + (calls + 1));
            statement.execute(h2 ? "analyze" : "vacuum analyze");
        }
    }

    /**
     * Adds a guide of a region who is like another one, password included: passwords are
     * slow on purpose.
     */
    public static void hire(Connection connection, String like, String username, String region) throws SQLException {
        Staff.hire(connection, like, username, region);
    }

}
