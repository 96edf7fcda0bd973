package io.deskbell.testing;

import java.time.Duration;
import java.util.function.IntSupplier;

import io.deskbell.shared.time.SteadyClock;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The server under test, as its users reach it. */
public final class Deskbell {

    private final IntSupplier port;

    private final TestClock clock;

    private Admin admin;

    private Deskbell(IntSupplier port, TestClock clock) {
        this.port = port;
        this.clock = clock;
    }

    /** A server in a process of its own. */
    public static Deskbell at(int port) {
        return new Deskbell(() -> port, new TestClock());
    }

    public int port() {
        return this.port.getAsInt();
    }

    public TestClock clock() {
        return this.clock;
    }

    /** Somebody puts the machine's clock forward or back, and the server has noticed. */
    public void put(Duration by) {
        this.clock.put(by);
        this.clock.awaitFollowed();
    }

    /** A browser in which nobody is signed in. */
    public Browser browser() {
        return new Browser(port());
    }

    /** A browser in which this person is signed in. */
    public Browser browserOf(String username) {
        Browser browser = browser();
        browser.signIn(username, Admin.PASSWORD).is(200);
        return browser;
    }

    /** A browser that is this desk. */
    public Browser browserOfDesk(String desk) {
        Browser browser = browser();
        browser.pair(admin().pairingCode(desk)).is(200);
        return browser;
    }

    /** The first admin, signed in once for all tests. */
    public synchronized Admin admin() {
        if (this.admin == null) {
            this.admin = new Admin(browserOf("admin"));
        }
        return this.admin;
    }

    /** A guide of these regions, connected and on duty. */
    public Guide guide(String... regions) {
        return Guide.onDuty(this, admin().guide(regions), Transport.WEBSOCKET);
    }

    /** A new desk of this region, connected. */
    public Kiosk kiosk(String region) {
        return Kiosk.connected(this, admin().desk(region), Transport.WEBSOCKET);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        @Primary
        SteadyClock steadyTestClock(TestClock clock) {
            SteadyClock steady = new SteadyClock(clock, clock::nanoTime);
            clock.followedBy(steady);
            return steady;
        }

        @Bean
        Deskbell deskbell(Environment environment, TestClock clock) {
            return new Deskbell(() -> environment.getRequiredProperty("local.server.port", Integer.class), clock);
        }

    }

}
