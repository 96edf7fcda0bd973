package io.deskbell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs the inherited tests on a PostgreSQL of their own instead of H2. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnPostgres.Initializer.class)
public @interface OnPostgres {

    /** Starts the database with the context and stops it with the context. */
    class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Postgres postgres = new Postgres();
                DefaultSingletonBeanRegistry beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
                beans.registerSingleton("postgres", postgres);
                // The first one registered is the last one destroyed.
                beans.registerDisposableBean("postgres", postgres);
                TestPropertyValues
                    .of("spring.datasource.url=" + postgres.url(), "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

    }

}
