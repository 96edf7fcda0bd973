package io.deskbell.shared.web;

import java.util.regex.Pattern;

import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Deskbell below a path of its own, as behind a proxy that serves other things too. */
@DeskbellServer
@TestPropertySource(properties = "server.servlet.context-path=/bell")
class SubPathIT {

    @Autowired
    private Deskbell deskbell;

    @ParameterizedTest
    @ValueSource(strings = { "/bell/", "/bell/login", "/bell/admin/calls/1", "/bell/index.html" })
    void thePageSaysBelowWhichPathItIs(String path) {
        HttpAnswer page = this.deskbell.browser().with("Accept-Encoding", "br, gzip").open(path).is(200);
        assertThat(page.header("content-encoding")).isEmpty();
        assertThat(page.body()).containsOnlyOnce("<base href=\"/bell/\"").doesNotContain("href=\"/\"");
    }

    @Test
    void allThatThePageNamesIsThere() {
        String page = this.deskbell.browser().open("/bell/desk").body();
        var named = Pattern.compile("(?:src|href)=\"\\./([^\"]+)\"").matcher(page);
        assertThat(named.results().map((found) -> found.group(1))).hasSizeGreaterThan(2)
            .allSatisfy((file) -> this.deskbell.browser().open("/bell/" + file).is(200));
    }

    @Test
    void theInterfaceIsThereToo() {
        this.deskbell.browser().get("/bell/api/session").isProblem(401, "BAD_CREDENTIALS");
        this.deskbell.browser().get("/bell/actuator/health").is(200);
    }

}
