package io.deskbell.shared.web;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose word counts on where a request came from. */
class TrustedProxiesIT {

    private static final String FOR = "X-Forwarded-For";

    private static final String PREFIX = "X-Forwarded-Prefix";

    /** The address that the audit trail has of a failed sign-in. */
    private static String seen(Deskbell deskbell, Browser browser) {
        String name = Admin.unique("nobody-");
        browser.signIn(name, "not the password").isProblem(401, "BAD_CREDENTIALS");
        return deskbell.admin().browser().get("/api/admin/audit", "actor", name).each("address").getFirst();
    }

    @Nested
    @DeskbellServer
    @TestPropertySource(properties = "deskbell.proxy.trusted=127.0.0.1,::1,10.0.0.0/8")
    class FromATrustedProxy {

        @Autowired
        private Deskbell deskbell;

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                203.0.113.7                          | 203.0.113.7
                198.51.100.1, 203.0.113.7            | 203.0.113.7
                198.51.100.1, 203.0.113.7, 10.1.2.3  | 203.0.113.7
                2001:db8::7                          | 2001:db8::7
                203.0.113.7:4711                     | 203.0.113.7
                [2001:db8::7]:4711, 10.1.2.3:80      | 2001:db8::7
                """)
        void theAddressIsTheLastThatNoProxyHas(String header, String address) {
            assertThat(seen(this.deskbell, this.deskbell.browser().with(FOR, header))).isEqualTo(address);
        }

        @ParameterizedTest
        @CsvSource({ "unknown", "10.1.2.3", "203.0.113.7:x", "''", "example.org" })
        void withoutOneItIsTheProxysOwn(String header) {
            assertThat(seen(this.deskbell, this.deskbell.browser().with(FOR, header))).isIn("127.0.0.1",
                    "0:0:0:0:0:0:0:1", "::1");
        }

        @Test
        void whatAProxyPassesOnFromAnybodyIsNotBelieved() {
            Browser browser = this.deskbell.browser()
                .with(FOR, "203.0.113.7")
                .with("Forwarded", "for=198.51.100.1;proto=https")
                .with("X-Proxied-Https", "on");
            assertThat(seen(this.deskbell, browser)).isEqualTo("203.0.113.7");
            assertThat(browser.get("/api/session").header("strict-transport-security")).isEmpty();
        }

        @Test
        void cookiesBelongBelowItsPrefix() {
            Browser browser = this.deskbell.browser().with(PREFIX, "/bell/one");
            browser.signIn("admin", Admin.PASSWORD).is(200);
            assertThat(browser.cookie("XSRF-TOKEN").getPath()).startsWith("/bell/one");
            assertThat(browser.cookie("DESKBELL").getPath()).startsWith("/bell/one");
            assertThat(browser.cookie("DESKBELL_BROWSER").getPath()).isEqualTo("/bell/one/");
            browser.get("/api/admin/accounts").is(200);
            browser.open("/nothing").is(404);
            browser.get("/ws/info").is(200);
        }

        @ParameterizedTest
        @ValueSource(strings = { "/", "/index.html", "/desk", "/admin/calls/1" })
        void soDoesThePage(String path) {
            Browser browser = this.deskbell.browser().with(PREFIX, "/bell/one").with("Accept-Encoding", "br, gzip");
            assertThat(browser.open(path).is(200).body()).containsOnlyOnce("<base href=\"/bell/one/\"");
        }

        @ParameterizedTest
        @ValueSource(strings = { "bell", "//bell", "/bell/", "/be ll", "/bell\"><script>", "/../bell;" })
        void whatIsNoPrefixIsPassedOver(String prefix) {
            Browser browser = this.deskbell.browser().with(PREFIX, prefix);
            browser.signIn("admin", Admin.PASSWORD).is(200);
            assertThat(browser.cookie("DESKBELL").getPath()).isEqualTo("/");
        }

        @Test
        void overHttpsCookiesAreSecureAndStayWithHttps() {
            Browser browser = this.deskbell.browser().with("X-Forwarded-Proto", "https");
            browser.pair(this.deskbell.admin().pairingCode(this.deskbell.admin().desk(this.deskbell.admin().region())))
                .is(200);
            assertThat(browser.cookie("DESKBELL").getSecure()).isTrue();
            assertThat(browser.cookie("DESKBELL_DEVICE").getSecure()).isTrue();
            assertThat(browser.cookie("XSRF-TOKEN").getSecure()).isTrue();
            assertThat(browser.get("/api/session").header("strict-transport-security")).contains("max-age=31536000");
            browser.signIn("admin", Admin.PASSWORD).is(200);
            assertThat(browser.cookie("DESKBELL_BROWSER").getSecure()).isTrue();
        }

    }

    @Nested
    @DeskbellServer
    @TestPropertySource(properties = "deskbell.proxy.trusted=10.0.0.0/8")
    class FromAnybodyElse {

        @Autowired
        private Deskbell deskbell;

        @Test
        void nothingIsBelieved() {
            Browser browser = this.deskbell.browser()
                .with(FOR, "203.0.113.7")
                .with("X-Forwarded-Proto", "https")
                .with("Forwarded", "for=198.51.100.1;proto=https");
            assertThat(seen(this.deskbell, browser)).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
            assertThat(browser.get("/api/session").header("strict-transport-security")).isEmpty();
            browser.with(PREFIX, "/bell").signIn("admin", Admin.PASSWORD).is(200);
            assertThat(browser.cookie("DESKBELL").getPath()).isEqualTo("/");
        }

    }

}
