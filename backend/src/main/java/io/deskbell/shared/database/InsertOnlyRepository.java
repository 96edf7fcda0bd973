package io.deskbell.shared.database;

/**
 * A repository with an insert. {@code save} merges an entity with an assigned key and
 * could overwrite a row that was inserted concurrently.
 */
public interface InsertOnlyRepository<T> {

    /**
     * Inserts the entity immediately.
     * @throws org.springframework.dao.DataIntegrityViolationException if its key exists,
     * which is answered with {@code CONFLICT}
     */
    T insert(T created);

}
