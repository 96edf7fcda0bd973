package io.deskbell.region;

import java.util.Collection;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** All regions. */
interface Regions extends JpaRepository<Region, String> {

    List<Region> findByCodeGreaterThanOrderByCode(String after, Limit limit);

    List<Region> findByCodeInOrderByCode(Collection<String> codes);

}
