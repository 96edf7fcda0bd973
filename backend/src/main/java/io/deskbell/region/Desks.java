package io.deskbell.region;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** All desks. */
interface Desks extends JpaRepository<Desk, String> {

    List<Desk> findByCodeGreaterThanOrderByCode(String after, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Desk> findAndLockByCode(String code);

}
