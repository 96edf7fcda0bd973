package io.deskbell.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Sees each statement that is run with values, whoever runs it, on every pool. */
public final class StatementWatch implements BeanPostProcessor {

    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    private volatile boolean watching;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return (bean instanceof DataSource dataSource) ? new Watched(dataSource) : bean;
    }

    /** What was run meanwhile, by the server's own sweeps too. */
    public List<Seen> during(Runnable action) {
        this.seen.clear();
        this.watching = true;
        try {
            action.run();
        }
        finally {
            this.watching = false;
        }
        return List.copyOf(this.seen);
    }

    private static Object invoked(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        }
        catch (InvocationTargetException ex) {
            throw ex.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (self, method, args) -> handler.handle(method, args)));
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, args) -> {
            Object result = invoked(connection, method, args);
            return (result instanceof PreparedStatement statement && args[0] instanceof String sql)
                    ? watched(statement, sql) : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
        List<Value> values = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, args) -> {
            if (method.getName().startsWith("set") && args.length >= 2) {
                values.add(new Value(method, args));
            }
            if (method.getName().startsWith("execute") && this.watching) {
                this.seen.add(new Seen(sql, List.copyOf(values)));
            }
            return invoked(statement, method, args);
        });
    }

    private interface Handler {

        Object handle(Method method, Object[] args) throws Throwable;

    }

    /** One that was set by one of the setters. */
    record Value(Method setter, Object[] args) {
    }

    /** One statement, as it was run. */
    public record Seen(String sql, List<Value> values) {

        /** Gives another statement the same values. */
        public void fill(PreparedStatement statement) throws ReflectiveOperationException {
            for (Value value : this.values) {
                value.setter().invoke(statement, value.args());
            }
        }

    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return watched(super.getConnection());
        }

    }

}
