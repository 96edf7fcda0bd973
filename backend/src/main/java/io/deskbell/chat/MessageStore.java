package io.deskbell.chat;

import java.util.List;

/**
 * Where messages are stored for good. Another store can take the place of the database
 * here; nothing else in the chat knows how a message becomes durable. One thread stores
 * and another makes durable, so that both work at the same time.
 */
interface MessageStore {

    /**
     * Stores all of a group or nothing of it. When this returns it can be read, and
     * survives a kill of the process.
     * @throws org.springframework.dao.DuplicateKeyException if somebody else has taken
     * one of the places
     */
    void store(List<SequencedMessage> group);

    /**
     * Returns once all batches stored before survive a power failure too; throws where
     * none of them may be published.
     */
    void makeDurable();

}
