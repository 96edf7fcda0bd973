package io.deskbell.shared;

import java.sql.SQLException;

import io.deskbell.testing.OnPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The same on PostgreSQL, with statements that would never end. */
@OnPostgres
class PostgresTimeLimitIT extends TimeLimitIT {

    private static final String ENDLESS = "select count(*) from generate_series(1, 1000000) a cross join generate_series(1, 1000000) b";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManagerFactory entityManagers;

    @Test
    void noStatementRunsWithoutEnd() {
        assertThatExceptionOfType(QueryTimeoutException.class)
            .isThrownBy(() -> this.jdbc.sql(ENDLESS).query(Long.class).single());
        EntityManager entities = SharedEntityManagerCreator.createSharedEntityManager(this.entityManagers);
        assertThatThrownBy(() -> entities.createNativeQuery(ENDLESS, Long.class).getSingleResult()).rootCause()
            .isInstanceOfSatisfying(SQLException.class, (cause) -> assertThat(cause.getSQLState()).isEqualTo("57014"));
    }

    @Test
    void aSearchThatTakesTooLongIsToldToBeNarrowed() {
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> this.searches.run((search) -> search.sql(ENDLESS).query(Long.class).single()))
            .satisfies((refusal) -> assertThat(refusal.getCode()).isEqualTo(ProblemCode.UNAVAILABLE))
            .withMessageContaining("Narrow it");
    }

}
