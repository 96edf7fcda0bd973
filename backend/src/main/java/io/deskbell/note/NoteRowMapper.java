package io.deskbell.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.deskbell.note.NewNote.Sender;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a note from a row with {@link #COLUMNS}. */
@Component
@RequiredArgsConstructor
class NoteRowMapper implements RowMapper<Note> {

    static final String COLUMNS = """
            n.id, n.number, n.kind, n.from_username, n.from_name, n.from_desk, n.to_username, n.to_region, n.call_id,
            n.event, n.contents, n.sent_at, n.place, n.open_inbox, n.outcome, n.outcome_guide, n.outcome_name,
            n.settled_at, n.times
            """;

    private final JsonMapper mapper;

    @Override
    public Note mapRow(ResultSet row, int number) throws SQLException {
        String event = row.getString("event");
        return new Note(row.getObject("id", UUID.class), row.getLong("number"), NoteKind.valueOf(row.getString("kind")),
                new Sender(row.getString("from_username"), row.getString("from_name"), row.getString("from_desk")),
                new NoteView.To(row.getString("to_username"), row.getString("to_region")),
                row.getObject("call_id", UUID.class),
                (event != null) ? this.mapper.readValue(event, NoteEvent.class) : null, row.getString("contents"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(), row.getObject("place", Long.class),
                row.getString("open_inbox") != null, outcome(row), time(row, "settled_at"), row.getInt("times"));
    }

    private static @Nullable AlertOutcome outcome(ResultSet row) throws SQLException {
        String state = row.getString("outcome");
        Instant at = time(row, "settled_at");
        if (state == null || at == null) {
            return null;
        }
        String guide = row.getString("outcome_guide");
        return new AlertOutcome(AlertOutcome.State.valueOf(state),
                (guide != null) ? new AlertOutcome.Guide(guide, row.getString("outcome_name")) : null, at);
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return (time != null) ? time.toInstant() : null;
    }

}
