package io.deskbell.account.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.Guide;
import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Capitals and spaces around a username make no difference, wherever one comes in. */
@DeskbellServer
class UsernamesIT {

    private static final String ACCOUNTS = "/api/admin/accounts";

    @Autowired
    private Deskbell deskbell;

    private Browser admin;

    private String region;

    private String guide;

    private String typed;

    @BeforeEach
    void begin() {
        this.admin = this.deskbell.admin().browser();
        this.region = this.deskbell.admin().region();
        this.guide = this.deskbell.admin().guide(this.region);
        this.typed = "\u3000 " + this.guide.toUpperCase(Locale.ROOT) + "\u00a0\t";
    }

    @Test
    void oneSignsInHoweverOneTypesAndNoFailureIsCounted() {
        Browser browser = this.deskbell.browser();
        for (int i = 0; i < 12; i++) {
            browser.signIn(this.typed, Admin.PASSWORD).is(200);
            assertThat(browser.get("/api/session").json().path("username").asString()).isEqualTo(this.guide);
        }
        assertThat(this.admin.get("/api/admin/audit", "actor", this.typed).is(200).each("actor")).contains(this.guide)
            .containsOnly(this.guide);
        assertThat(this.admin.get("/api/admin/audit", "actor", this.guide, "action", "SIGN_IN_FAILED").each("actor"))
            .isEmpty();
    }

    @Test
    void otherSpellingsGainNoFurtherGuesses() {
        Browser browser = this.deskbell.browser();
        for (int i = 0; i < 10; i++) {
            browser.signIn((i % 2 == 0) ? this.typed : this.guide, "wrong " + i).isProblem(401, "BAD_CREDENTIALS");
        }
        browser.signIn(this.typed, "wrong again").isProblem(429, "TOO_MANY_ATTEMPTS");
    }

    @Test
    void anAccountIsMadeFoundAndChangedByIt() {
        String name = Admin.unique("made.");
        Map<String, Object> made = Map.of("username", " " + name.toUpperCase(Locale.ROOT), "displayName", " Ana ",
                "role", "GUIDE", "regions", List.of(), "password", Admin.PASSWORD);
        assertThat(this.admin.post(ACCOUNTS, made).is(201).json().path("username").asString()).isEqualTo(name);
        this.admin.post(ACCOUNTS, made).isProblem(409, "CONFLICT");
        String path = ACCOUNTS + "/%20" + name.toUpperCase(Locale.ROOT) + "%20";
        assertThat(this.admin.get(path).is(200).json().path("displayName").asString()).isEqualTo(" Ana ");
        this.admin.patch(path, Map.of("username", name.toUpperCase(Locale.ROOT), "maxCalls", 3)).is(200);
        this.admin.post(path + "/password", "").is(201);
        this.admin.delete(path + "/second-factor").is(204);
        this.admin.delete(path).is(204);
        this.admin.get(ACCOUNTS + "/" + name).isProblem(404, "NOT_FOUND");
    }

    @Test
    void notesAndCallsReachThem() {
        Guide one = this.deskbell.guide(this.region);
        Guide other = this.deskbell.guide(this.region);
        String spelled = " " + other.username().toUpperCase(Locale.ROOT) + " ";
        assertThat(one.browser()
            .post("/api/notes", Map.of("to", Map.of("username", spelled), "contents", "x"))
            .is(201)
            .json()
            .at("/to/username")
            .asString()).isEqualTo(other.username());
        Kiosk kiosk = this.deskbell.kiosk(this.region);
        String call = kiosk.talksWith(one);
        one.line().send("/app/calls." + call + ".transfer", Map.of("to", Map.of("username", spelled), "reason", "x"));
        other.line().next("/user/queue/calls", (it) -> !it.path("transfer").isNull());
        other.accept(call);
        other.call("ACTIVE");
        kiosk.say(call, "c-1", "found by it");
        other.message();
        assertThat(this.admin.get("/api/admin/calls", "guide", spelled).is(200).each("id")).containsExactly(call);
        assertThat(this.admin.get("/api/admin/messages", "username", " DESK:" + kiosk.desk().toUpperCase(Locale.ROOT))
            .is(200)
            .each("contents")).containsExactly("found by it");
    }

}
