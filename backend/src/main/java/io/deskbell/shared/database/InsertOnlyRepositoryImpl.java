package io.deskbell.shared.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Spring Data finds this implementation by its name. */
class InsertOnlyRepositoryImpl<T> implements InsertOnlyRepository<T> {

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Override
    public T insert(T created) {
        this.entities.persist(created);
        this.entities.flush();
        return created;
    }

}
