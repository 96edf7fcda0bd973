package io.deskbell.protocol;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import io.deskbell.account.Secrets;
import io.deskbell.protocol.ConcurrentAdminFixture.Side;
import io.deskbell.testing.Admin;
import io.deskbell.testing.HttpAnswer;

/**
 * Everything that an admin changes, and what people and desks change of the same things
 * by themselves. A new kind of change is a line here.
 */
enum AdminChange {

    NEW_ACCOUNT("newcomer",
            (side) -> side.post("accounts",
                    Map.of("username", side.house().newcomer, "displayName", side.name(), "role", "GUIDE", "regions",
                            List.of(side.region()), "password", Admin.PASSWORD)),
            (side) -> side.finds("accounts where username = ? and display_name = ?", side.house().newcomer,
                    side.name())),

    RENAME_GUIDE("guide.name", (side) -> side.patch(guide(side), Map.of("displayName", side.name())),
            (side) -> side.finds("accounts where username = ? and display_name = ?", side.house().guide, side.name())),

    MOVE_GUIDE("guide.regions", (side) -> side.patch(guide(side), Map.of("regions", List.of(side.region()))),
            (side) -> side.house().regionsOfGuide().equals(List.of(side.region()))),

    SWITCH_GUIDE_OFF("guide.enabled", (side) -> side.patch(guide(side), Map.of("enabled", false)),
            (side) -> side.finds("accounts where username = ? and not enabled", side.house().guide)),

    MAKE_GUIDE_AN_ADMIN("guide.role", (side) -> side.patch(guide(side), Map.of("role", "ADMIN")),
            (side) -> side.finds("accounts where username = ? and role = 'ADMIN'", side.house().guide)),

    GIVE_PASSWORD("guide.password", (side) -> side.patch(guide(side), Map.of("password", side.password())),
            (side) -> side.house().isPasswordOfGuide(side.password())),

    RESET_PASSWORD("guide.password", (side) -> side.post(guide(side) + "/password", ""),
            (side) -> side.finds("accounts where username = ? and one_time_until is not null", side.house().guide)),

    OWN_PASSWORD("guide.password",
            (side) -> side.house()
                .guides()
                .put("/api/session/password", Map.of("current", Admin.PASSWORD, "password", "my own, " + side.name())),
            (side) -> side.house().isPasswordOfGuide("my own, " + side.name())),

    OWN_SECOND_FACTOR("guide.factor",
            (side) -> side.house().guides().post("/api/session/second-factor", Map.of("current", Admin.PASSWORD)),
            (side) -> side.finds("second_factors where username = ?", side.house().guide)),

    REMOVE_SECOND_FACTOR("guide.factor", (side) -> side.delete(guide(side) + "/second-factor"),
            (side) -> !side.finds("second_factors where username = ?", side.house().guide)),

    DELETE_GUIDE("guide", (side) -> side.delete(guide(side)),
            (side) -> side.finds("accounts where username = ? and deleted_at is not null", side.house().guide)),

    SWITCH_ADMIN_OFF("admin", (side) -> side.patch(rival(side), Map.of("enabled", false)),
            (side) -> side.finds("accounts where username = ? and not enabled", side.rival().admin().username())),

    MAKE_ADMIN_A_GUIDE("admin", (side) -> side.patch(rival(side), Map.of("role", "GUIDE")),
            (side) -> side.finds("accounts where username = ? and role = 'GUIDE'", side.rival().admin().username())),

    DELETE_ADMIN("admin", (side) -> side.delete(rival(side)),
            (side) -> side.finds("accounts where username = ? and deleted_at is not null",
                    side.rival().admin().username())),

    RESET_ADMIN("admin", (side) -> side.post(rival(side) + "/password", ""),
            (side) -> side.finds("accounts where username = ? and one_time_until is not null",
                    side.rival().admin().username())),

    NEW_REGION("new region",
            (side) -> side.post("regions",
                    Map.of("code", side.house().newRegion, "name", side.name(), "fallback", side.region())),
            (side) -> side.finds("regions where code = ? and name = ?", side.house().newRegion, side.name())),

    RENAME_REGION("home.name", (side) -> side.patch(home(side), Map.of("name", side.name())),
            (side) -> side.finds("regions where code = ? and name = ?", side.house().home, side.name())),

    FALL_BACK("home.fallback", (side) -> side.patch(home(side), Map.of("fallback", side.region())),
            (side) -> side.finds("regions where code = ? and fallback = ?", side.house().home, side.region())),

    FALL_BACK_TO_EACH_OTHER("spare",
            (side) -> side.patch("regions/" + side.region(), Map.of("fallback", side.rival().region())),
            (side) -> side.finds("regions where code = ? and fallback = ?", side.region(), side.rival().region())),

    DELETE_REGION("spare", (side) -> side.delete("regions/" + side.rival().region()),
            (side) -> !side.finds("regions where code = ?", side.rival().region())),

    NEW_DESK("new desk",
            (side) -> side.post("desks",
                    Map.of("code", side.house().newDesk, "name", side.name(), "region", side.region())),
            (side) -> side.finds("desks where code = ? and name = ?", side.house().newDesk, side.name())),

    RENAME_DESK("desk.name", (side) -> side.patch(desk(side), Map.of("name", side.name())),
            (side) -> side.finds("desks where code = ? and name = ?", side.house().desk, side.name())),

    MOVE_DESK("desk.region", (side) -> side.patch(desk(side), Map.of("region", side.region())),
            (side) -> side.finds("desks where code = ? and region = ?", side.house().desk, side.region())),

    SWITCH_DESK_OFF("desk.enabled", (side) -> side.patch(desk(side), Map.of("enabled", false)),
            (side) -> side.finds("desks where code = ? and not enabled", side.house().desk)),

    OFFER_CODE("desk.code", (side) -> side.post(desk(side) + "/pairing", ""),
            (side) -> side.finds("pairing_codes where desk = ? and code_hash <> ?", side.house().desk,
                    Secrets.hash(side.house().code))),

    PAIR("desk.device", (side) -> side.house().deskbell.browser().pair(side.house().code),
            (side) -> side.finds("desk_devices where desk = ? and token_hash <> ?", side.house().desk,
                    Secrets.hash(side.house().token))),

    COME_BACK_BY_COOKIE("desk.device", (side) -> side.house().kiosk().get("/api/session"),
            (side) -> side.finds("device_tokens where token_hash = ? and used_at is not null",
                    Secrets.hash(side.house().token))),

    UNPAIR("desk.device", (side) -> side.delete(desk(side) + "/device"),
            (side) -> !side.finds("desk_devices where desk = ?", side.house().desk)),

    DELETE_DESK("desk", (side) -> side.delete(desk(side)),
            (side) -> !side.finds("desks where code = ?", side.house().desk));

    /** What is changed: "guide.name" is a part of "guide". */
    private final String subject;

    private final Function<Side, HttpAnswer> act;

    private final Predicate<Side> seen;

    AdminChange(String subject, Function<Side, HttpAnswer> act, Predicate<Side> seen) {
        this.subject = subject;
        this.act = act;
        this.seen = seen;
    }

    HttpAnswer by(Side side) {
        return this.act.apply(side);
    }

    /** Whether this side's change can be seen in the database. */
    boolean isSeen(Side side) {
        return this.seen.test(side);
    }

    /** Of two who make the same, one does. */
    boolean makesSomething() {
        return name().startsWith("NEW_");
    }

    /** Of two who remove the same, one does, and the other finds nothing there. */
    boolean removesTheSame() {
        return this == DELETE_GUIDE || this == DELETE_DESK;
    }

    boolean mayUndo(AdminChange other) {
        return this.subject.startsWith(other.subject) || other.subject.startsWith(this.subject);
    }

    boolean isAboutAdmins() {
        return this.subject.equals("admin");
    }

    boolean isAboutTheGuide() {
        return this.subject.startsWith("guide");
    }

    boolean isByTheGuide() {
        return name().startsWith("OWN_");
    }

    private static String guide(Side side) {
        return "accounts/" + side.house().guide;
    }

    private static String rival(Side side) {
        return "accounts/" + side.rival().admin().username();
    }

    private static String home(Side side) {
        return "regions/" + side.house().home;
    }

    private static String desk(Side side) {
        return "desks/" + side.house().desk;
    }

}
