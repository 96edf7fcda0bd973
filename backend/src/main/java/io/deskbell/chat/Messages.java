package io.deskbell.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.deskbell.call.CallTimesShifted;
import io.deskbell.call.view.CallParticipants;
import io.deskbell.shared.database.KeyRange;
import io.deskbell.shared.time.ClockJumped;
import lombok.RequiredArgsConstructor;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All messages. */
@Repository
@RequiredArgsConstructor
class Messages {

    private final JdbcClient jdbc;

    private final JdbcTemplate template;

    /** The seq of a call's last message, 0 where it has none. */
    int lastSeq(CallParticipants participants) {
        long last = this.jdbc.sql("select coalesce(max(id), 0) from messages where id between ? and ?")
            .params(MessageKey.of(participants, 1), MessageKey.lastOf(participants))
            .query(Long.class)
            .single();
        return MessageKey.seq(last);
    }

    /** One message, if there is one with this seq. */
    Optional<Message> get(CallParticipants participants, int seq) {
        return this.jdbc.sql("select * from messages where id = ?")
            .param(MessageKey.of(participants, seq))
            .query(Messages::read)
            .optional();
    }

    /** By what each message of a call is known, in order. */
    void forEachName(CallParticipants participants, NameConsumer names) {
        this.jdbc.sql("select seq, username, client_id, sent_at from messages where id between ? and ? order by id")
            .params(MessageKey.of(participants, 1), MessageKey.lastOf(participants))
            .query((row) -> {
                names.accept(row.getInt(1), row.getString(2), row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant());
            });
    }

    /** Those of a call after a seq, in order. */
    List<Message> after(CallParticipants participants, int seq, int limit) {
        return this.jdbc.sql("select * from messages where id > ? and id <= ? order by id limit ?")
            .params(MessageKey.of(participants, seq), MessageKey.lastOf(participants), limit)
            .query(Messages::read)
            .list();
    }

    void insert(Collection<SequencedMessage> group) {
        this.template.batchUpdate("""
                insert into messages (id, call_id, seq, client_id, username, display_name, contents, sent_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", group, group.size(), (statement, it) -> {
            Message message = it.message();
            statement.setLong(1, MessageKey.of(it.participants(), message.seq()));
            statement.setObject(2, message.callId());
            statement.setInt(3, message.seq());
            statement.setString(4, message.clientId());
            statement.setString(5, message.username());
            statement.setString(6, message.displayName());
            statement.setString(7, message.contents());
            statement.setObject(8, message.sendDate().atOffset(ZoneOffset.UTC));
        });
    }

    /** Moves those of a call with the clock. */
    void move(CallTimesShifted call) {
        KeyRange keys = MessageKey.of(new KeyRange(call.number(), call.number()));
        this.jdbc.sql("update messages set sent_at = sent_at" + ClockJumped.LATER + " where id between :low and :high")
            .param("seconds", call.clock().seconds())
            .param("low", keys.low())
            .param("high", keys.high())
            .update();
    }

    /** Takes what a message is known by within its call. */
    interface NameConsumer {

        void accept(int seq, String username, String clientId, Instant at);

    }

    private static Message read(ResultSet row, int number) throws SQLException {
        return new Message(row.getObject("call_id", UUID.class), row.getInt("seq"), row.getString("client_id"),
                row.getString("username"), row.getString("display_name"), row.getString("contents"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }

}
