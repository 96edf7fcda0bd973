package io.deskbell.chat.web;

import io.deskbell.chat.Chat;
import io.deskbell.realtime.FastLaneReceiver;
import io.deskbell.realtime.RefusalPublisher;
import io.deskbell.shared.Caller;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The short way of {@link ChatFrames#message}: the same, for all that is JSON.
 */
@Component
class ChatFastLaneReceiver implements FastLaneReceiver {

    private final Chat chat;

    private final RefusalPublisher refusals;

    private final ObjectReader reader;

    ChatFastLaneReceiver(Chat chat, RefusalPublisher refusals, JsonMapper mapper) {
        this.chat = chat;
        this.refusals = refusals;
        this.reader = mapper.readerFor(ChatMessageBody.class);
    }

    @Override
    public boolean take(Caller sender, String callId, byte[] body, String sessionId) {
        ChatMessageBody message;
        try {
            message = this.reader.readValue(body);
        }
        catch (JacksonException ex) {
            return false;
        }
        if (message == null) {
            return false;
        }
        this.chat.send(sender, callId, message.clientId(), message.contents(),
                (refusal) -> this.refusals.refuse(sessionId, refusal, message.clientId()));
        return true;
    }

}
