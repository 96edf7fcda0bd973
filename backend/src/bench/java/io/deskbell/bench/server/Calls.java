package io.deskbell.bench.server;

import tools.jackson.databind.json.JsonMapper;

/** Reads calls out of frames. */
final class Calls {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Calls() {
    }

    /** The id of the call that is a frame's body. */
    static String idIn(String frame) {
        return MAPPER.readTree(frame.substring(frame.indexOf("\n\n") + 2)).path("id").asString();
    }

}
