package io.deskbell.testing;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.parallel.ResourceLocksProvider;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestPropertySource;

/**
 * Classes that share a server have it to themselves one after the other, since some of
 * them put its clock forward; those with settings of their own have a server of their
 * own.
 */
final class OneClassAtATime implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        if (AnnotatedElementUtils.hasAnnotation(testClass, TestPropertySource.class)) {
            return Set.of();
        }
        String database = AnnotatedElementUtils.hasAnnotation(testClass, OnPostgres.class) ? "PostgreSQL" : "H2";
        String which = AnnotatedElementUtils.hasAnnotation(testClass, SecondServer.class) ? "second" : "first";
        return Set.of(new Lock("the " + which + " server on " + database));
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
        return provideForClass(testClass);
    }

}
