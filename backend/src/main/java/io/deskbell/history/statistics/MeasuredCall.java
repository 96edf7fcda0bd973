package io.deskbell.history.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

import io.deskbell.call.CallState;
import org.jspecify.annotations.Nullable;

/**
 * As much of a call as statistics read; times are milliseconds since 1970.
 *
 * @param messages how many it has; none as long as they are not counted
 */
record MeasuredCall(long ringAt, @Nullable Long acceptedAt, @Nullable Long endedAt, CallState state,
        @Nullable Integer stars, int messages, String region, String desk, @Nullable String guide,
        @Nullable String guideName, String language) {

    static final String COLUMNS = """
            ring_at, accepted_at, ended_at, state, stars, messages, region, desk, guide, guide_name, language""";

    static MeasuredCall read(ResultSet row) throws SQLException {
        int stars = row.getInt(5);
        Integer rated = row.wasNull() ? null : stars;
        return new MeasuredCall(row.getObject(1, OffsetDateTime.class).toInstant().toEpochMilli(), time(row, 2),
                time(row, 3), CallState.valueOf(row.getString(4)), rated, row.getInt(6), row.getString(7),
                row.getString(8), row.getString(9), row.getString(10), row.getString(11));
    }

    private static @Nullable Long time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return (time != null) ? time.toInstant().toEpochMilli() : null;
    }

    /** Milliseconds from the press to the first accept, null without one. */
    @Nullable Long timeToAnswer() {
        return (this.acceptedAt != null) ? Math.max(0, this.acceptedAt - this.ringAt) : null;
    }

    /** Milliseconds from the first accept to the end, null without one of them. */
    @Nullable Long timeOfTalk() {
        return (this.acceptedAt != null && this.endedAt != null) ? Math.max(0, this.endedAt - this.acceptedAt) : null;
    }

}
