package io.deskbell.shared.database;

/**
 * A repository whose new things are always inserted. {@code save} merges one that has its
 * own key: it would write over what somebody else made at the same moment.
 */
public interface InsertOnlyRepository<T> {

    /**
     * Inserts it at once.
     * @throws org.springframework.dao.DataIntegrityViolationException where its key is
     * taken, which is told as {@code CONFLICT}
     */
    T insert(T created);

}
