package io.deskbell.realtime;

import java.util.stream.Stream;

import io.deskbell.realtime.stomp.DestinationRule;
import io.deskbell.realtime.stomp.Receipts;
import io.deskbell.realtime.stomp.RefusedFrame;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.text.UserText;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Component;

/** Answers a refused SEND on the error queue of the connection it came from. */
@Component
@RequiredArgsConstructor
public class RefusalPublisher {

    private final Publisher publisher;

    private final JsonMapper mapper;

    /** Refuses a frame, naming the request, message or call it was about. */
    public void refuse(Message<?> frame, ProblemCode code, String detail) {
        Receipts.refused(frame);
        String sessionId = SimpMessageHeaderAccessor.getSessionId(frame.getHeaders());
        if (sessionId != null) {
            refuse(sessionId, new Refusal(code, detail), refOf(frame));
        }
    }

    /** Refuses what a connection asked for earlier. */
    public void refuse(String sessionId, Refusal refusal, @Nullable String ref) {
        this.publisher.toSession(sessionId, new RefusedFrame(refusal.getCode(), refusal.getDetail(), ref));
    }

    private @Nullable String refOf(Message<?> frame) {
        String inBody = (frame.getPayload() instanceof byte[] body) ? refIn(body) : null;
        String destination = SimpMessageHeaderAccessor.getDestination(frame.getHeaders());
        if (inBody != null || destination == null) {
            return inBody;
        }
        return DestinationRule.match(DestinationRule.Use.SEND, destination)
            .map(DestinationRule.Match::variable)
            .filter((variable) -> !variable.isEmpty())
            .orElse(null);
    }

    private @Nullable String refIn(byte[] body) {
        try {
            JsonNode json = this.mapper.readTree(body);
            return Stream.of("requestId", "clientId")
                .map(json::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(UserText::isStorable)
                .findFirst()
                .orElse(null);
        }
        catch (JacksonException ex) {
            return null;
        }
    }

}
