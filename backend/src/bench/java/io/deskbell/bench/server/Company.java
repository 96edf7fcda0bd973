package io.deskbell.bench.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A company of several regions, made by its admin over HTTP. */
public final class Company {

    /** Each but the first passes on to the one before it. */
    public static final List<String> REGIONS = List.of("seoul", "busan", "jeju", "daegu", "incheon");

    private static final int DESKS_A_REGION = 8;

    private static final int GUIDES_A_REGION = 12;

    private static final int MADE_BY_THE_ADMIN = 2;

    private final int port;

    private final Browser admin;

    /** Signs its admin in. */
    public Company(Launched server) {
        this.port = server.port();
        this.admin = new Browser(this.port).signIn("admin", Workshop.PASSWORD);
    }

    /** Makes regions, desks and the first guides. */
    public void found() {
        for (int i = 0; i < REGIONS.size(); i++) {
            String region = REGIONS.get(i);
            Map<String, Object> form = new HashMap<>(Map.of("code", region, "name", region));
            if (i > 0) {
                form.put("fallback", REGIONS.get(i - 1));
            }
            this.admin.post("/api/admin/regions", form);
            for (int desk = i * DESKS_A_REGION; desk < (i + 1) * DESKS_A_REGION; desk++) {
                this.admin.post("/api/admin/desks",
                        Map.of("code", desk(desk), "name", "Desk " + desk, "region", region));
            }
        }
        for (int i = 0; i < MADE_BY_THE_ADMIN; i++) {
            this.admin.post("/api/admin/accounts", Map.of("username", guide(i), "displayName", "Guide " + i, "role",
                    "GUIDE", "regions", List.of(REGIONS.getFirst()), "maxCalls", 1, "password", Workshop.PASSWORD));
        }
    }

    /** Those who are still to be hired, by username, and where. */
    public static Map<String, String> missing() {
        Map<String, String> missing = new HashMap<>();
        IntStream.range(MADE_BY_THE_ADMIN, REGIONS.size() * GUIDES_A_REGION)
            .forEach((i) -> missing.put(guide(i), REGIONS.get(i / GUIDES_A_REGION)));
        return missing;
    }

    /** The code of a desk; the first ones are in the first region. */
    public static String desk(int number) {
        return "desk-%02d".formatted(number);
    }

    /** The username of a guide; the first ones are in the first region. */
    public static String guide(int number) {
        return "guide.%02d".formatted(number);
    }

    /** The username of the last guide of the first region. */
    public static String lastGuide() {
        return guide(GUIDES_A_REGION - 1);
    }

    public Browser admin() {
        return this.admin;
    }

    /** Signs a guide in. */
    public Browser signIn(String username) {
        return new Browser(this.port).signIn(username, Workshop.PASSWORD);
    }

    /** Pairs a desk anew. */
    public Browser pair(String desk) {
        String code = this.admin.post("/api/admin/desks/" + desk + "/pairing", Map.of()).path("pairingCode").asString();
        return new Browser(this.port).pair(code);
    }

}
