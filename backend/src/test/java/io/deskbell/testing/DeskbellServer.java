package io.deskbell.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * Runs the test against a whole server with a database of its own in memory, which does
 * not limit the rate of messages. It is shared with all classes that ask for the same,
 * one class at a time; each test makes its own regions, desks and people.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(providers = OneClassAtATime.class)
@Import({ Deskbell.Configuration.class, QuickPasswords.class })
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
                "deskbell.account.admin-password=" + Admin.PASSWORD, "deskbell.proxy.trusted=127.0.0.1,::1",
                "deskbell.limits.messages-per-second=0" })
public @interface DeskbellServer {

}
