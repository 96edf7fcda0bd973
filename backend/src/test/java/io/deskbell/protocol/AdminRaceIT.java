package io.deskbell.protocol;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.deskbell.protocol.ConcurrentAdminFixture.Person;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Authenticator;
import io.deskbell.testing.Browser;
import io.deskbell.testing.HttpAnswer;
import io.deskbell.testing.RowLockGate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes made at the same moment end as if one had come after the other. */
@Order(3)
@TestPropertySource(properties = "spring.application.name=race")
class AdminRaceIT extends ProtocolTest {

    private static final int ROUNDS = 10;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PasswordEncoder passwords;

    private List<String> admins = List.of();

    private Person one;

    private Person other;

    /** There are two admins who can sign in, and no others meanwhile. */
    @BeforeEach
    void leaveTwoAdmins() {
        this.admins = this.jdbc.sql("select username from accounts where role = 'ADMIN' and enabled")
            .query(String.class)
            .list();
        renewAdmins();
    }

    private void renewAdmins() {
        this.jdbc.sql("update accounts set enabled = false where role = 'ADMIN'").update();
        this.one = person("ADMIN");
        this.other = person("ADMIN");
    }

    /** Somebody who is signed in. */
    private Person person(String role) {
        String username = Admin.unique("racer.");
        ConcurrentAdminFixture.makeAccount(this.jdbc, username, role);
        return new Person(username, this.deskbell.browserOf(username));
    }

    @AfterEach
    void letTheOthersIn() {
        this.jdbc.sql("update accounts set enabled = false where username in (:ours)")
            .param("ours", List.of(this.one.username(), this.other.username()))
            .update();
        this.jdbc.sql("update accounts set enabled = true where username in (:admins)")
            .param("admins", this.admins)
            .update();
    }

    @ParameterizedTest
    @EnumSource
    void eachChangeAgainstEveryOther(AdminChange change) throws Exception {
        for (AdminChange against : AdminChange.values()) {
            if (against.compareTo(change) >= 0) {
                meet(change, against);
            }
        }
    }

    private void meet(AdminChange change, AdminChange against) throws Exception {
        ConcurrentAdminFixture house = new ConcurrentAdminFixture(this.deskbell, this.jdbc, this.passwords, this.one,
                this.other);
        if (change.isByTheGuide() || against.isByTheGuide()) {
            house.signGuideIn();
        }
        List<HttpAnswer> answers;
        try (RowLockGate gate = house.gate(this.database, change.isAboutTheGuide() && against.isAboutTheGuide())) {
            answers = gate.open(() -> change.by(house.one), () -> against.by(house.other));
        }
        Meeting meeting = new Meeting(house, change, against, answers.getFirst(), answers.getLast());
        meeting.check();
        house.leave();
        if (change.isAboutAdmins() || against.isAboutAdmins()) {
            renewAdmins();
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "NEW_ACCOUNT", "NEW_REGION", "NEW_DESK" })
    void ofTwoWhoMakeTheSameOneDoes(AdminChange change) throws Exception {
        for (int round = 0; round < 3 * ROUNDS; round++) {
            ConcurrentAdminFixture house = new ConcurrentAdminFixture(this.deskbell, this.jdbc, this.passwords,
                    this.one, this.other);
            try (RowLockGate gate = new RowLockGate(this.database)) {
                List<HttpAnswer> answers = gate.open(() -> change.by(house.one), () -> change.by(house.other));
                new Meeting(house, change, change, answers.getFirst(), answers.getLast()).check();
            }
        }
    }

    @Test
    void aPasswordThatAnAdminResetMeanwhileStays() throws Exception {
        Person guide = person("GUIDE");
        try (RowLockGate gate = new RowLockGate(this.database).holds("accounts where username = ?", guide.username())
            .does("""
                    update accounts set password_hash = ?, password_version = password_version + 1
                    where username = ?""", this.passwords.encode("the one that the admin gave"), guide.username())) {
            gate.open(() -> guide.browser()
                .put("/api/session/password",
                        Map.of("current", Admin.PASSWORD, "password", "the one that the guide chose")))
                .getFirst()
                .names("current");
        }
        this.deskbell.browser().signIn(guide.username(), "the one that the admin gave").is(200);
    }

    @Test
    void aSignInWithAReplacedOneTimePasswordUsesNoOtherUp() throws Exception {
        String guide = person("GUIDE").username();
        String before = this.one.browser()
            .post("/api/admin/accounts/" + guide + "/password", "")
            .is(201)
            .json()
            .path("password")
            .asString();
        try (RowLockGate gate = new RowLockGate(this.database).holds("accounts where username = ?", guide)
            .does("""
                    update accounts set password_hash = ?, password_version = password_version + 1, one_time_until = ?
                    where username = ?""", this.passwords.encode("the next one"),
                    this.deskbell.clock().instant().plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC), guide)) {
            gate.open(() -> this.deskbell.browser().signIn(guide, before)).getFirst().isProblem(401, "BAD_CREDENTIALS");
        }
        this.deskbell.browser().signIn(guide, "the next one").is(200);
    }

    @Test
    void whoSignsInTwiceAtOnceInOneBrowserIsIn() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Browser browser = person("GUIDE").browser();
            String guide = person("GUIDE").username();
            try (RowLockGate gate = new RowLockGate(this.database)) {
                Browser copy = browser.copy();
                gate.open(() -> browser.signIn(guide, Admin.PASSWORD), () -> copy.signIn(guide, Admin.PASSWORD))
                    .forEach((answer) -> answer.is(200));
            }
        }
    }

    @Test
    void ofTwoSecondFactorsSetUpAtOnceOneStands() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person guide = person("GUIDE");
            offer(guide.browser()).is(201);
            List<HttpAnswer> answers;
            try (RowLockGate gate = new RowLockGate(this.database).holds("second_factors where username = ?",
                    guide.username())) {
                answers = gate.open(() -> offer(guide.browser()), () -> offer(guide.browser()));
            }
            Stream<String> secrets = answers.stream().map((answer) -> answer.is(201).json().path("secret").asString());
            assertThat(secrets).contains(this.jdbc.sql("select secret from second_factors where username = ?")
                .param(guide.username())
                .query(String.class)
                .single());
        }
    }

    @Test
    void whoSignsInWhileASecondFactorIsSetUpIsOut() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person guide = person("GUIDE");
            String secret = offer(guide.browser()).is(201).json().path("secret").asString();
            Map<String, String> code = Map.of("code", new Authenticator(secret, this.deskbell.clock()).code());
            Browser late = this.deskbell.browser();
            try (RowLockGate gate = new RowLockGate(this.database).holds("accounts where username = ?",
                    guide.username())) {
                gate.open(() -> guide.browser().put("/api/session/second-factor", code).is(200),
                        () -> late.signIn(guide.username(), Admin.PASSWORD));
            }
            late.get("/api/session").isProblem(401, "BAD_CREDENTIALS");
            guide.browser().get("/api/session").is(200);
        }
    }

    private static HttpAnswer offer(Browser browser) {
        return browser.post("/api/session/second-factor", Map.of("current", Admin.PASSWORD));
    }

    /** How two changes met. */
    private record Meeting(ConcurrentAdminFixture house, AdminChange change, AdminChange against, HttpAnswer answer,
            HttpAnswer opposite) {

        void check() {
            checkAnswers();
            boolean free = !this.change.mayUndo(this.against);
            boolean mine = this.change.isSeen(this.house.one);
            boolean others = this.against.isSeen(this.house.other);
            if (isDone(this.answer) && (free || !isDone(this.opposite))) {
                assertThat(mine).as("%s: the first was done", this).isTrue();
            }
            if (isDone(this.opposite) && (free || !isDone(this.answer))) {
                assertThat(others).as("%s: the second was done", this).isTrue();
            }
            if (isDone(this.answer) && isDone(this.opposite)) {
                assertThat(mine || others).as("%s: one was done last", this).isTrue();
            }
            checkHouse();
        }

        private void checkAnswers() {
            List<Integer> statuses = Stream.of(this.answer, this.opposite).map(HttpAnswer::status).sorted().toList();
            assertThat(statuses).as("%s", this).isSubsetOf(200, 201, 204, 400, 401, 403, 404, 409);
            if (this.change == this.against && this.change.makesSomething()) {
                assertThat(statuses).as("%s", this).containsExactly(201, 409);
            }
            if (this.change == this.against && this.change.removesTheSame()) {
                assertThat(statuses).as("%s", this).containsExactly(204, 404);
            }
        }

        private void checkHouse() {
            assertThat(this.house.count("accounts where role = 'ADMIN' and enabled")).as("%s: admins", this)
                .isPositive();
            assertThat(this.house.regionsOfGuide()).as("%s: regions of the guide", this)
                .isSubsetOf(this.house.home, this.house.one.region(), this.house.other.region())
                .hasSizeLessThanOrEqualTo(1);
            assertThat(this.house.count("pairing_codes where desk = ?", this.house.desk)).as("%s: codes", this)
                .isLessThanOrEqualTo(1);
            assertThat(this.house.count("desk_devices where desk = ?", this.house.desk)).as("%s: devices", this)
                .isLessThanOrEqualTo(1);
            assertThat(this.house.orphans()).as("%s: what is in a region that is gone", this).isZero();
            assertThat(AdminChange.FALL_BACK_TO_EACH_OTHER.isSeen(this.house.one)
                    && AdminChange.FALL_BACK_TO_EACH_OTHER.isSeen(this.house.other))
                .as("%s: a loop", this)
                .isFalse();
        }

        private static boolean isDone(HttpAnswer answer) {
            return answer.status() < 300;
        }

        @Override
        public String toString() {
            return "%s (%d %s) against %s (%d %s)".formatted(this.change, this.answer.status(), this.answer.body(),
                    this.against, this.opposite.status(), this.opposite.body());
        }

    }

}
