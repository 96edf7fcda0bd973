package io.deskbell.bench.relay;

import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Controller;

/** Passes on what was said to all who follow the room. */
@Controller
class RelayController {

    @MessageMapping("/chat/{room}")
    @SendTo("/topic/room.{room}")
    Said chat(@DestinationVariable String room, Said message) {
        return message;
    }

    @MessageMapping("/alert/{region}")
    @SendTo("/topic/regions.{region}")
    Said alert(@DestinationVariable String region, Said message) {
        return message;
    }

    /** What goes in comes out. */
    record Said(String username, String contents) {
    }

}
