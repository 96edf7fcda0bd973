package io.deskbell.realtime.stomp;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The broker's topics behind the destinations of {@code docs/protocol.md}, "SUBSCRIBE". A
 * person's queues are topics of that person, whatever the number of tabs and servers;
 * errors go to the one connection that caused them.
 */
public final class TopicNames {

    public static final String USER_PREFIX = "/user";

    private static final String ERRORS = "/queue/errors";

    private TopicNames() {
    }

    public static String region(String code) {
        return "/topic/regions." + code;
    }

    /**
     * The topic behind a queue as this connection subscribes to it.
     * @param queue such as {@code /queue/calls}
     */
    public static String queue(String username, String sessionId, String queue) {
        return queue.equals(ERRORS) ? errors(sessionId) : queue(username, queue);
    }

    public static String queue(String username, String queue) {
        return "/topic/u." + hex(username) + queue.replace('/', '.');
    }

    public static String errors(String sessionId) {
        return "/topic/s." + hex(sessionId) + ".errors";
    }

    /**
     * A SockJS client makes up its session id; nothing of it may mean anything to the
     * broker.
     */
    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

}
