package io.deskbell.realtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ExecutorSubscribableChannel;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fast lane takes chat messages, and nothing else.
 */
class FastLaneTests {

    private static final String CHAT = "/app/calls.0191a2b3-0000-7000-8000-000000000000.messages";

    private final List<String> taken = new ArrayList<>();

    private final Map<String, Object> attributes = new HashMap<>();

    private final FastLane lane = lane(true);

    @Test
    void aMessageIsTaken() {
        assertThat(send(CHAT, MimeTypeUtils.APPLICATION_JSON)).isNull();
        assertThat(this.taken).hasSize(1);
    }

    @Test
    void whatAsksForAReceiptGoesTheOrdinaryWay() {
        assertThat(typeOf(send(this.lane, CHAT, MimeTypeUtils.APPLICATION_JSON, "r")))
            .isEqualTo(SimpMessageType.MESSAGE);
        assertThat(this.taken).isEmpty();
    }

    @Test
    void everythingElseGoesTheOrdinaryWay() {
        assertThat(typeOf(send(CHAT.replace("messages", "typing"), MimeTypeUtils.APPLICATION_JSON)))
            .isEqualTo(SimpMessageType.MESSAGE);
        assertThat(typeOf(send(CHAT, MimeTypeUtils.TEXT_PLAIN))).isEqualTo(SimpMessageType.MESSAGE);
        assertThat(typeOf(send(CHAT, null))).isEqualTo(SimpMessageType.MESSAGE);
        assertThat(this.taken).isEmpty();
    }

    @Test
    void itCanBeSwitchedOff() {
        assertThat(typeOf(send(lane(false), CHAT, MimeTypeUtils.APPLICATION_JSON))).isEqualTo(SimpMessageType.MESSAGE);
    }

    private FastLane lane(boolean on) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("intake", (FastLaneReceiver) (sender, callId, body, sessionId) -> this.taken.add(sessionId));
        return new FastLane(new RealtimeSettings(on), beans.getBeanProvider(FastLaneReceiver.class),
                new RefusalPublisher(null, new JsonMapper()));
    }

    private @Nullable Message<?> send(String destination, @Nullable MimeType type) {
        return send(this.lane, destination, type);
    }

    private @Nullable Message<?> send(FastLane to, String destination, @Nullable MimeType type) {
        return send(to, destination, type, null);
    }

    private @Nullable Message<?> send(FastLane to, String destination, @Nullable MimeType type,
            @Nullable String receipt) {
        StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.SEND);
        frame.setDestination(destination);
        frame.setSessionId("session");
        frame.setSessionAttributes(this.attributes);
        frame.setUser(UsernamePasswordAuthenticationToken.authenticated(Caller.person("guide", "Guide", Role.GUIDE),
                null, List.of()));
        if (type != null) {
            frame.setContentType(type);
        }
        if (receipt != null) {
            frame.setReceipt(receipt);
        }
        frame.setLeaveMutable(true);
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        return to.preSend(MessageBuilder.createMessage(body, frame.getMessageHeaders()),
                new ExecutorSubscribableChannel());
    }

    private static SimpMessageType typeOf(Message<?> message) {
        return SimpMessageHeaderAccessor.getMessageType(message.getHeaders());
    }

}
