package io.deskbell.chat;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.call.CallParticipants;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * The rooms that are talked in, read from the database at the first message. Who writes
 * to the same call from another server takes a place that is thought to be free here; the
 * store refuses it then, and the room is read anew.
 */
@Component
@RequiredArgsConstructor
class MessageIndexCache {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private static final int MOST = 20_000;

    private final Cache<UUID, MessageIndex> indexes = Caffeine.newBuilder()
        .expireAfterAccess(FORGOTTEN_AFTER)
        .maximumSize(MOST)
        .build();

    private final Messages messages;

    MessageIndex of(CallParticipants participants) {
        return this.indexes.get(participants.id(), (id) -> read(participants));
    }

    /** What is remembered may not be what is stored. */
    void forget(Collection<UUID> calls) {
        this.indexes.invalidateAll(calls);
    }

    /** None of it may be. */
    void forgetAll() {
        this.indexes.invalidateAll();
    }

    private MessageIndex read(CallParticipants participants) {
        MessageIndex index = new MessageIndex();
        this.messages.forEachName(participants, index::add);
        return index;
    }

}
