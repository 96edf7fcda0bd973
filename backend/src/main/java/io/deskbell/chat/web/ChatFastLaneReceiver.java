package io.deskbell.chat.web;

import io.deskbell.chat.Chat;
import io.deskbell.realtime.FastLaneReceiver;
import io.deskbell.realtime.Rejections;
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

    private final Rejections rejections;

    private final ObjectReader reader;

    ChatFastLaneReceiver(Chat chat, Rejections rejections, JsonMapper mapper) {
        this.chat = chat;
        this.rejections = rejections;
        this.reader = mapper.readerFor(Text.class);
    }

    @Override
    public boolean take(Caller sender, String callId, byte[] body, String sessionId) {
        Text text;
        try {
            text = this.reader.readValue(body);
        }
        catch (JacksonException ex) {
            return false;
        }
        if (text == null) {
            return false;
        }
        this.chat.send(sender, callId, text.clientId(), text.contents(),
                (refusal) -> this.rejections.reject(sessionId, refusal, text.clientId()));
        return true;
    }

}
