package io.deskbell.chat.web;

import java.security.Principal;

import io.deskbell.chat.Chat;
import io.deskbell.realtime.RefusalPublisher;
import io.deskbell.shared.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import lombok.RequiredArgsConstructor;

import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;

/** What the two sides of a conversation SEND. */
@Controller
@RequiredArgsConstructor
class ChatFrames {

    private final Chat chat;

    private final RefusalPublisher refusals;

    @MessageMapping("calls.{id}.messages")
    void message(Principal principal, @DestinationVariable String id, ChatMessageBody body, Message<?> frame) {
        this.chat.send(Caller.of(principal), id, body.clientId(), body.contents(),
                (refusal) -> this.refusals.refuse(frame, refusal.getCode(), refusal.getDetail()));
    }

    @MessageMapping("calls.{id}.typing")
    void typing(Principal principal, @DestinationVariable String id, @Valid Typing typing) {
        this.chat.typing(Caller.of(principal), id, typing.typing());
    }

    @MessageMapping("calls.{id}.read")
    void read(Principal principal, @DestinationVariable String id, @Valid Read read) {
        this.chat.read(Caller.of(principal), id, read.seq());
    }

    record Typing(@NotNull Boolean typing) {
    }

    record Read(@NotNull @Min(0) Integer seq) {
    }

}
