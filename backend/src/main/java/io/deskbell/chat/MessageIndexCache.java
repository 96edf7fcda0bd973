package io.deskbell.chat;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.call.view.CallParticipants;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * The message indexes of calls in progress, each read from the database at its first
 * message. If another server writes to the same call, a seq that seems free here may be
 * taken; the store then rejects it, and the index is read again.
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

    /** The cache may differ from what is stored. */
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
