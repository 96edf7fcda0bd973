package io.deskbell.testing;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/** One side of a call: a browser and its connection. */
public abstract class Party {

    protected final Browser browser;

    protected final StompConnection connection;

    protected Party(Browser browser, StompConnection connection) {
        this.browser = browser;
        this.connection = connection.follow("/user/queue/calls")
            .follow("/user/queue/messages")
            .follow("/user/queue/signals");
    }

    public Browser browser() {
        return this.browser;
    }

    public StompConnection line() {
        return this.connection;
    }

    /** Does something with a call, such as {@code end}. */
    public void act(String act, String call, Object body) {
        this.connection.send("/app/calls." + call + "." + act, body);
    }

    public void act(String act, String call) {
        act(act, call, "");
    }

    public void say(String call, String clientId, String contents) {
        act("messages", call, Map.of("clientId", clientId, "contents", contents));
    }

    /** The next state of one's own call. */
    public JsonNode call(String state) {
        return this.connection.next("/user/queue/calls", (call) -> call.path("state").asString().equals(state));
    }

    /** The next state of this call. */
    public JsonNode call(String id, String state) {
        return this.connection.next("/user/queue/calls",
                (call) -> call.path("id").asString().equals(id) && call.path("state").asString().equals(state));
    }

    public JsonNode message() {
        return this.connection.next("/user/queue/messages");
    }

    public JsonNode signal() {
        return this.connection.next("/user/queue/signals");
    }

    /** What was said in a call, by seq. */
    public JsonNode history(String call) {
        return this.browser.get("/api/calls/" + call + "/messages", "limit", 200).is(200).json().path("items");
    }

    /** Why the last thing was refused. */
    public JsonNode refusal() {
        return this.connection.next("/user/queue/errors");
    }

}
