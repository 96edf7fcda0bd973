package io.deskbell.bench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** A Deskbell with one region, filled by its admin over HTTP as anybody would. */
final class House {

    static final String REGION = "bench";

    /** Passwords are slow on purpose; more at once than cores gain nothing. */
    private static final int AT_ONCE = 4;

    private final int port;

    private final Browser admin;

    private int desks;

    private int guides;

    House(int port) {
        this.port = port;
        this.admin = new Browser(port).signIn("admin", Workshop.PASSWORD);
        this.admin.post("/api/admin/regions", Map.of("code", REGION, "name", "Bench"));
    }

    /** Makes desks of the region and pairs them. */
    List<Browser> desks(int count) {
        int first = this.desks;
        this.desks += count;
        return each(count, (i) -> desk("desk-" + (first + i)));
    }

    private Browser desk(String code) {
        this.admin.post("/api/admin/desks", Map.of("code", code, "name", code, "region", REGION));
        String pairingCode = this.admin.post("/api/admin/desks/" + code + "/pairing", Map.of())
            .path("pairingCode")
            .asString();
        return new Browser(this.port).pair(pairingCode);
    }

    /** Makes guides of the region and signs them in. */
    List<Browser> guides(int count) {
        int first = this.guides;
        this.guides += count;
        return each(count, (i) -> guide("guide." + (first + i)));
    }

    private Browser guide(String username) {
        this.admin.post("/api/admin/accounts", Map.of("username", username, "displayName", username, "role", "GUIDE",
                "regions", List.of(REGION), "maxCalls", 1, "password", Workshop.PASSWORD));
        return new Browser(this.port).signIn(username, Workshop.PASSWORD);
    }

    private static <T> List<T> each(int count, IntFunction<T> made) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<T>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = i;
                all.add(CompletableFuture.supplyAsync(() -> made.apply(index), threads));
            }
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

}
