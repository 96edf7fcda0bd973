package io.deskbell.testing;

import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/** A paired desk that is connected. */
public final class Kiosk extends Party {

    private final String desk;

    private Kiosk(String desk, Browser browser, StompConnection connection) {
        super(browser, connection);
        this.desk = desk;
    }

    public static Kiosk connected(Deskbell deskbell, String desk, Transport transport) {
        Browser browser = deskbell.browserOfDesk(desk);
        return new Kiosk(desk, browser, StompConnection.open(browser, transport));
    }

    public String desk() {
        return this.desk;
    }

    public String username() {
        return "desk:" + this.desk;
    }

    /** Presses the button, and tells the id of the call that rings. */
    public String rings() {
        ring(UUID.randomUUID().toString());
        return call("RINGING").path("id").asString();
    }

    public void ring(String requestId) {
        this.connection.send("/app/calls.ring", Map.of("requestId", requestId, "language", "ko"));
    }

    /** Talks with this guide: rings, is answered, and tells the call's id. */
    public String talksWith(Guide guide) {
        String call = rings();
        guide.accept(call);
        call("ACTIVE");
        guide.call("ACTIVE");
        return call;
    }

    public JsonNode currentCalls() {
        return this.browser.get("/api/calls/current").is(200).json().path("items");
    }

}
