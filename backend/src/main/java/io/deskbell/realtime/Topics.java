package io.deskbell.realtime;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The broker's names behind the contract's destinations. A person's queues are topics of
 * that person, whatever the number of tabs and servers; errors go to the one connection
 * that caused them.
 */
final class Topics {

    static final String USER_PREFIX = "/user";

    private static final String ERRORS = "/queue/errors";

    private Topics() {
    }

    static String region(String code) {
        return "/topic/regions." + code;
    }

    /**
     * The topic behind a queue as this connection subscribes to it.
     * @param queue such as {@code /queue/calls}
     */
    static String queue(String username, String sessionId, String queue) {
        return queue.equals(ERRORS) ? errors(sessionId) : queue(username, queue);
    }

    static String queue(String username, String queue) {
        return "/topic/u." + HexFormat.of().formatHex(username.getBytes(StandardCharsets.UTF_8))
                + queue.replace('/', '.');
    }

    static String errors(String sessionId) {
        return "/topic/s." + sessionId + ".errors";
    }

}
