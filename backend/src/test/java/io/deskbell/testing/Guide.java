package io.deskbell.testing;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/** A guide who is on duty and follows the own regions. */
public final class Guide extends Party {

    private final String username;

    private final String region;

    private Guide(String username, String region, Browser browser, StompConnection connection) {
        super(browser, connection);
        this.username = username;
        this.region = region;
    }

    /** Signs in, connects, follows the first of the own regions and is available. */
    public static Guide onDuty(Deskbell deskbell, String username, Transport transport) {
        Browser browser = deskbell.browserOf(username);
        String region = browser.get("/api/session").json().at("/regions/0/code").asString();
        Guide guide = new Guide(username, region, browser, StompConnection.open(browser, transport));
        guide.connection.follow("/user/queue/notes").follow("/topic/regions." + region);
        guide.connection.send("/app/presence", Map.of("state", "AVAILABLE"));
        guide.hears("PRESENCE", (event) -> event.path("username").asString().equals(username)
                && event.path("state").asString().equals("AVAILABLE"));
        return guide;
    }

    public String username() {
        return this.username;
    }

    public String region() {
        return this.region;
    }

    /** The next of that kind in the region. */
    public JsonNode hears(String type, Predicate<JsonNode> wanted) {
        return this.connection.next("/topic/regions." + this.region,
                (event) -> event.path("type").asString().equals(type) && wanted.test(event));
    }

    /** The next of any of these kinds in the region. */
    public JsonNode hearsAny(String... types) {
        return this.connection.next("/topic/regions." + this.region,
                (event) -> List.of(types).contains(event.path("type").asString()));
    }

    /** The next change of a call of the region into this state. */
    public JsonNode hearsCall(String state) {
        return hears("CALL", (event) -> event.at("/call/state").asString().equals(state)).path("call");
    }

    public JsonNode hearsNote(String kind) {
        return hears("NOTE", (event) -> event.at("/note/kind").asString().equals(kind)).path("note");
    }

    public void accept(String call) {
        act("accept", call);
    }

    /** The inbox, newest first. */
    public JsonNode inbox() {
        return this.browser.get("/api/notes").is(200).json();
    }

}
