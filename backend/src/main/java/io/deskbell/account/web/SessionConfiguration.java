package io.deskbell.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.deskbell.shared.time.ClockJumpDetector;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Delegate;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Saves a session's last access every few seconds instead of with each request:
 * concurrent requests would wait for each other's commits and exhaust the connection
 * pool.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(5);

    @Bean
    static BeanPostProcessor sparinglySaved(ObjectProvider<ClockJumpDetector> watch) {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return (bean instanceof JdbcIndexedSessionRepository stored)
                        ? new ThrottledSessions<>(stored, watch::getObject) : bean;
            }

        };
    }

    /**
     * Spring Session uses the system clock, so a change of the clock is handled before a
     * session is read.
     */
    @RequiredArgsConstructor
    private static final class ThrottledSessions<S extends Session>
            implements FindByIndexNameSessionRepository<ThrottledSession<S>> {

        private final FindByIndexNameSessionRepository<S> stored;

        private final Supplier<ClockJumpDetector> watch;

        @Override
        public ThrottledSession<S> createSession() {
            this.watch.get().catchUp();
            return new ThrottledSession<>(this.stored.createSession());
        }

        @Override
        public void save(ThrottledSession<S> session) {
            this.stored.save(session.stored);
        }

        @Override
        public @Nullable ThrottledSession<S> findById(String id) {
            this.watch.get().catchUp();
            S found = this.stored.findById(id);
            return (found != null) ? new ThrottledSession<>(found) : null;
        }

        @Override
        public void deleteById(String id) {
            this.stored.deleteById(id);
        }

        @Override
        public Map<String, ThrottledSession<S>> findByIndexNameAndIndexValue(String name, String value) {
            this.watch.get().catchUp();
            return this.stored.findByIndexNameAndIndexValue(name, value)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, (found) -> new ThrottledSession<>(found.getValue())));
        }

    }

    /**
     * A session whose last access is updated only every few seconds, so that most
     * requests save nothing.
     */
    @RequiredArgsConstructor
    private static final class ThrottledSession<S extends Session> implements Session {

        @Delegate(types = Session.class, excludes = LastAccessed.class)
        private final S stored;

        @Override
        public void setLastAccessedTime(Instant time) {
            if (this.stored.getLastAccessedTime().plus(BETWEEN_WRITES).isBefore(time)) {
                this.stored.setLastAccessedTime(time);
            }
        }

    }

    /** The methods that are not delegated. */
    interface LastAccessed {

        void setLastAccessedTime(Instant time);

    }

}
