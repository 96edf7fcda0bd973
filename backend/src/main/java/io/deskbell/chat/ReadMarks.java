package io.deskbell.chat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each side of a call has read. */
@Repository
@RequiredArgsConstructor
class ReadMarks {

    private final JdbcClient jdbc;

    /** Moves a mark forward; says whether it moved. */
    boolean advance(UUID callId, String username, int seq) {
        if (update(callId, username, seq)) {
            return true;
        }
        try {
            return this.jdbc.sql("""
                    insert into read_marks (call_id, username, seq) select ?, ?, ? where not exists
                    (select 1 from read_marks where call_id = ? and username = ?)""")
                .params(callId, username, seq, callId, username)
                .update() == 1;
        }
        catch (DuplicateKeyException ex) {
            return update(callId, username, seq);
        }
    }

    /** Seq by username. */
    Map<String, Integer> of(UUID callId) {
        return this.jdbc.sql("select username, seq from read_marks where call_id = ?")
            .param(callId)
            .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean update(UUID callId, String username, int seq) {
        return this.jdbc.sql("update read_marks set seq = ? where call_id = ? and username = ? and seq < ?")
            .params(seq, callId, username, seq)
            .update() == 1;
    }

}
