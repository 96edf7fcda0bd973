package io.deskbell.chat;

import java.util.List;

/**
 * Where messages are kept for good. Another store can take the place of the database
 * here; nothing else of the chat knows how a message becomes durable.
 */
interface Store {

    /**
     * Returns once all of these, and all that were handed over before, survive a kill of
     * the process and a power failure; throws where none of them may be told of.
     * @param group may be empty: what an earlier failure left in doubt is made sure of
     * @throws org.springframework.dao.DuplicateKeyException if somebody else has taken
     * one of the places
     */
    void durable(List<Numbered> group);

}
