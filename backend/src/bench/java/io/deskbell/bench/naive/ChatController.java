package io.deskbell.bench.naive;

import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Controller;

/** Saves what was said, and returns it to all who follow the room. */
@Controller
class ChatController {

    private final ChatMessages messages;

    ChatController(ChatMessages messages) {
        this.messages = messages;
    }

    @MessageMapping("/chat/{room}")
    @SendTo("/topic/room.{room}")
    ChatMessage chat(@DestinationVariable String room, NewMessage message) {
        return this.messages.save(new ChatMessage(room, message.username(), message.contents()));
    }

    @MessageMapping("/alert/{region}")
    @SendTo("/topic/regions.{region}")
    ChatMessage alert(@DestinationVariable String region, NewMessage message) {
        return this.messages.save(new ChatMessage(region, message.username(), message.contents()));
    }

    /** What a client sends. */
    record NewMessage(String username, String contents) {
    }

}
