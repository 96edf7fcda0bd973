package io.deskbell.shared.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The connections to the database: the main pool, whose statements have a time limit, a
 * pool for searches, and a connection without a limit for migrations.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    static final String SEARCHES = "searchDataSource";

    /**
     * Has the database enforce the statement time limit. It costs one statement per new
     * connection and nothing per statement.
     */
    @Bean
    static BeanPostProcessor timeLimit(ObjectProvider<StorageSettings> settings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && !name.equals(SEARCHES)) {
                    limit(pool, settings.getObject().statementTimeLimit());
                }
                return bean;
            }
        };
    }

    private static void limit(HikariConfig pool, Duration limit) {
        String statement = switch (DatabaseDriver.fromJdbcUrl(pool.getJdbcUrl())) {
            case H2 -> "set query_timeout " + limit.toMillis();
            case POSTGRESQL -> "set statement_timeout = " + limit.toMillis();
            default -> null;
        };
        pool.setConnectionInitSql(joined(pool.getConnectionInitSql(), statement));
    }

    /**
     * On H2 the limit belongs to the connection, and Hibernate resets it after each of
     * its statements; so on H2 it is set per statement.
     */
    @Bean
    static BeanPostProcessor timeLimitOfEach(ObjectProvider<StorageSettings> settings,
            ObjectProvider<DataSourceProperties> database) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JdbcTemplate template && isH2(database.getObject())) {
                    template.setQueryTimeout(Math.toIntExact(settings.getObject().statementTimeLimit().toSeconds()));
                }
                return bean;
            }
        };
    }

    @Bean
    HibernatePropertiesCustomizer timeLimitOfQueries(StorageSettings settings, DataSourceProperties database) {
        return (properties) -> {
            if (isH2(database)) {
                properties.put(SpecHints.HINT_SPEC_QUERY_TIMEOUT,
                        Math.toIntExact(settings.statementTimeLimit().toMillis()));
            }
        };
    }

    private static boolean isH2(DataSourceProperties database) {
        return DatabaseDriver.fromJdbcUrl(database.determineUrl()) == DatabaseDriver.H2;
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        String both = Stream.of(first, second).filter((sql) -> sql != null).collect(Collectors.joining("; "));
        return both.isEmpty() ? null : both;
    }

    /**
     * The pool of searches: one connection per concurrent search, none kept idle. Not an
     * autowire candidate, because a health check of this pool would wait for searches.
     */
    @Bean(name = SEARCHES, autowireCandidate = false)
    HikariDataSource searches(DataSource mainPool, SearchSettings settings) {
        HikariDataSource pool = pool(mainPool);
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setPoolName("searches");
        config.setMaximumPoolSize(settings.atOnce());
        config.setMinimumIdle(0);
        // Overrides the limit copied from the main pool: the last one applies.
        limit(config, settings.timeLimit());
        return new HikariDataSource(config);
    }

    /**
     * Building an index over years of messages takes longer than the statement time
     * limit.
     */
    @Bean
    FlywayConfigurationCustomizer migrationsTakeTheirTime(DataSource mainPool) {
        return (flyway) -> flyway
            .dataSource(DataSourceBuilder.derivedFrom(pool(mainPool)).type(SimpleDriverDataSource.class).build());
    }

    private static HikariDataSource pool(DataSource dataSource) {
        try {
            return dataSource.unwrap(HikariDataSource.class);
        }
        catch (SQLException ex) {
            throw new IllegalStateException("Only HikariCP's pool is known here", ex);
        }
    }

}
