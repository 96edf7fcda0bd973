package io.deskbell.realtime.stomp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;

import static org.assertj.core.api.Assertions.assertThat;

/** A frame of ours reads like one of Spring's. */
class MessageFrameTests {

    private static final byte[] JSON = "{\"text\":\"안녕 😀\"}".getBytes(StandardCharsets.UTF_8);

    private final MessageFrame frame = new MessageFrame("/user/queue/messages", JSON);

    @ParameterizedTest
    @ValueSource(strings = { "sub-0", "0", "a:b", "back\\slash", "line\nbreak", "carriage\rreturn", "한국어" })
    void everySubscriptionIdComesBackAsItWas(String id) {
        Message<byte[]> read = read(this.frame.encode(id));
        StompHeaderAccessor headers = MessageHeaderAccessor.getAccessor(read, StompHeaderAccessor.class);
        assertThat(headers.getCommand()).isEqualTo(StompCommand.MESSAGE);
        assertThat(headers.getSubscriptionId()).isEqualTo(id);
        assertThat(headers.getDestination()).isEqualTo("/user/queue/messages");
        assertThat(headers.getContentType()).hasToString("application/json");
        assertThat(headers.getContentLength()).isEqualTo(JSON.length);
        assertThat(headers.getMessageId()).isNotEmpty();
        assertThat(read.getPayload()).isEqualTo(JSON);
    }

    @Test
    void theSameIdIsEncodedOnce() {
        byte[] first = this.frame.encode("one");
        assertThat(this.frame.encode("one")).isSameAs(first);
        assertThat(this.frame.encode("two")).isNotEqualTo(first);
    }

    @Test
    void framesHaveIdsOfTheirOwn() {
        MessageFrame other = new MessageFrame("/user/queue/messages", JSON);
        assertThat(other.encode("one")).isNotEqualTo(this.frame.encode("one"));
    }

    private static Message<byte[]> read(byte[] bytes) {
        List<Message<byte[]>> read = new StompDecoder().decode(ByteBuffer.wrap(bytes));
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

}
