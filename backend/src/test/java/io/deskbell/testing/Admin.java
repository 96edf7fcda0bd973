package io.deskbell.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An admin who makes what a test needs, under names that no other test has. */
public final class Admin {

    /** Everybody's in the tests. */
    public static final String PASSWORD = "correct horse battery";

    private final Browser browser;

    Admin(Browser browser) {
        this.browser = browser;
    }

    public Browser browser() {
        return this.browser;
    }

    /** Makes a region and tells its code. */
    public String region() {
        return region(null);
    }

    public String region(@Nullable String fallback) {
        String code = unique("region-");
        String given = (fallback != null) ? "\"" + fallback + "\"" : "null";
        this.browser
            .post("/api/admin/regions",
                    "{\"code\": \"%s\", \"name\": \"%s\", \"fallback\": %s}".formatted(code, nameOf(code), given))
            .is(201);
        return code;
    }

    /** Makes a desk and tells its code. */
    public String desk(String region) {
        String code = unique("desk-");
        this.browser.post("/api/admin/desks", Map.of("code", code, "name", nameOf(code), "region", region)).is(201);
        return code;
    }

    /** Makes a guide and tells the username. */
    public String guide(String... regions) {
        return person("GUIDE", 1, regions);
    }

    public String person(String role, int maxCalls, String... regions) {
        String username = unique(role.toLowerCase(java.util.Locale.ROOT) + ".");
        this.browser
            .post("/api/admin/accounts", Map.of("username", username, "displayName", nameOf(username), "role", role,
                    "regions", List.of(regions), "maxCalls", maxCalls, "password", PASSWORD))
            .is(201);
        return username;
    }

    public String pairingCode(String desk) {
        return this.browser.post("/api/admin/desks/" + desk + "/pairing", "")
            .is(201)
            .json()
            .path("pairingCode")
            .asString();
    }

    /** How the tests name things: shown names differ from codes. */
    public static String nameOf(String code) {
        return "Name of " + code;
    }

    public static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13);
    }

}
