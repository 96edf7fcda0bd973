package io.deskbell.account.web;

import java.util.List;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** How admins keep the accounts. */
@DeskbellServer
class AccountsIT {

    private static final String ACCOUNTS = "/api/admin/accounts";

    @Autowired
    private Deskbell deskbell;

    private Admin admin;

    private Browser browser;

    @BeforeEach
    void signIn() {
        this.admin = this.deskbell.admin();
        this.browser = this.admin.browser();
    }

    @Test
    void aNewAccountIsAnsweredWholeWithoutItsPassword() {
        String region = this.admin.region();
        String username = Admin.unique("new.");
        JsonNode made = this.browser
            .post(ACCOUNTS,
                    Map.of("username", username, "displayName", "하늘", "role", "GUIDE", "regions",
                            List.of(region, region), "password", Admin.PASSWORD))
            .is(201)
            .json();
        assertThat(made.propertyNames()).containsExactlyInAnyOrder("username", "displayName", "role", "regions",
                "enabled", "maxCalls");
        assertThat(made.path("regions")).hasSize(1);
        assertThat(made.path("enabled").asBoolean()).isTrue();
        assertThat(made.path("maxCalls").asInt()).isEqualTo(1);
        assertThat(this.browser.get(ACCOUNTS + "/" + username).is(200).json()).isEqualTo(made);
        this.deskbell.browserOf(username);
    }

    @Test
    void onlyTheFieldsGivenAreChanged() {
        String region = this.admin.region();
        String username = this.admin.guide(region);
        JsonNode changed = this.browser.patch(ACCOUNTS + "/" + username, Map.of("maxCalls", 3)).is(200).json();
        assertThat(changed.path("maxCalls").asInt()).isEqualTo(3);
        assertThat(changed.path("displayName").asString()).isEqualTo(Admin.nameOf(username));
        assertThat(changed.at("/regions/0").asString()).isEqualTo(region);
        this.deskbell.browserOf(username);
    }

    @Test
    void aNewPasswordReplacesTheOldOne() {
        String username = this.admin.guide();
        this.browser.patch(ACCOUNTS + "/" + username, Map.of("password", "another password")).is(200);
        this.deskbell.browser().signIn(username, Admin.PASSWORD).isProblem(401, "BAD_CREDENTIALS");
        this.deskbell.browser().signIn(username, "another password").is(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    username    | {"username": "Bad Name", "displayName": "x", "role": "GUIDE", "password": "0123456789"}
                    username    | {"username": "ab", "displayName": "x", "role": "GUIDE", "password": "0123456789"}
                    username    | {"username": "desk:a", "displayName": "x", "role": "GUIDE", "password": "0123456789"}
                    displayName | {"username": "%s", "role": "GUIDE", "password": "0123456789"}
                    displayName | {"username": "%s", "displayName": "a\\u0000", "role": "GUIDE", "password": "0123456789"}
                    role        | {"username": "%s", "displayName": "x", "password": "0123456789"}
                    role        | {"username": "%s", "displayName": "x", "role": "DESK", "password": "0123456789"}
                    role        | {"username": "%s", "displayName": "x", "role": "KING", "password": "0123456789"}
                    password    | {"username": "%s", "displayName": "x", "role": "GUIDE"}
                    password    | {"username": "%s", "displayName": "x", "role": "GUIDE", "password": "short"}
                    maxCalls    | {"username": "%s", "displayName": "x", "role": "GUIDE", "password": "0123456789", "maxCalls": 0}
                    regions     | {"username": "%s", "displayName": "x", "role": "GUIDE", "password": "0123456789", "regions": ["nowhere"]}
                    """)
    void aBadValueIsNamed(String field, String body) {
        this.browser.post(ACCOUNTS, body.replace("%s", Admin.unique("bad."))).names(field);
    }

    @Test
    void aUsernameIsGivenOnceEvenAfterItsOwnerIsGone() {
        String username = this.admin.guide();
        Map<String, Object> again = Map.of("username", username, "displayName", "x", "role", "GUIDE", "regions",
                List.of(), "password", Admin.PASSWORD);
        this.browser.post(ACCOUNTS, again).isProblem(409, "CONFLICT");
        this.browser.delete(ACCOUNTS + "/" + username).is(204);
        this.browser.get(ACCOUNTS + "/" + username).isProblem(404, "NOT_FOUND");
        this.browser.patch(ACCOUNTS + "/" + username, Map.of("enabled", true)).isProblem(404, "NOT_FOUND");
        this.browser.delete(ACCOUNTS + "/" + username).isProblem(404, "NOT_FOUND");
        this.browser.post(ACCOUNTS, again).isProblem(409, "CONFLICT");
    }

    @Test
    void theLastAdminStays() {
        JsonNode others = this.browser.get(ACCOUNTS, "limit", 200).json().path("items");
        others.forEach((account) -> {
            String username = account.path("username").asString();
            if (account.path("role").asString().equals("ADMIN") && !username.equals("admin")) {
                this.browser.delete(ACCOUNTS + "/" + username).is(204);
            }
        });
        this.browser.delete(ACCOUNTS + "/admin").isProblem(409, "CONFLICT");
        this.browser.patch(ACCOUNTS + "/admin", Map.of("enabled", false)).isProblem(409, "CONFLICT");
        this.browser.patch(ACCOUNTS + "/admin", Map.of("role", "GUIDE")).isProblem(409, "CONFLICT");
        this.browser.get("/api/session").is(200);
    }

}
