package io.deskbell.bench.server;

import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import io.deskbell.bench.client.Bytes;
import io.deskbell.bench.client.Connection;
import io.deskbell.bench.client.Inbox;
import io.deskbell.bench.client.Stomp;

/** Calls in frames. */
final class Calls {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final byte[] CALL = Bytes.of("\"type\":\"CALL\"");

    private static final byte[] RINGING = Bytes.of("\"state\":\"RINGING\"");

    private Calls() {
    }

    /** Presses a desk's button. */
    static byte[] ring() {
        return Stomp.send("/app/calls.ring", "{\"requestId\":\"%s\",\"language\":\"ko\"}".formatted(UUID.randomUUID()));
    }

    /** Rings at a desk and answers as a guide; the id of their call. */
    static String connect(Connection desk, Connection guide) {
        Inbox atDesk = desk.collect();
        Inbox atGuide = guide.collect();
        desk.send(ring());
        String call = idIn(atDesk.next("/user/queue/calls", "\"RINGING\""));
        guide.send(Stomp.send("/app/calls." + call + ".accept", "{}"));
        atDesk.next("/user/queue/calls", "\"ACTIVE\"", call);
        atGuide.next("/user/queue/calls", "\"ACTIVE\"", call);
        return call;
    }

    /** The id of the call that is a frame's body. */
    static String idIn(String frame) {
        return MAPPER.readTree(frame.substring(frame.indexOf("\n\n") + 2)).path("id").asString();
    }

    /** Whether a frame tells a region that a call rings. */
    static boolean isRinging(byte[] data, int from, int to) {
        return Bytes.indexOf(data, from, to, RINGING) >= 0 && Bytes.indexOf(data, from, to, CALL) >= 0;
    }

}
