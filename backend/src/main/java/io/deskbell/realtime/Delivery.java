package io.deskbell.realtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Brings frames to the lines of this server. Those handed over by one thread reach each
 * line in that order.
 */
@Component
@RequiredArgsConstructor
class Delivery {

    private static final ScopedValue<Map<Line, List<byte[]>>> TOGETHER = ScopedValue.newInstance();

    private final Followers followers;

    /** To all who follow the topic. */
    void send(String topic, MessageFrame frame) {
        this.followers.of(topic).forEach((follower) -> send(follower.line(), frame.encode(follower.subscriptionId())));
    }

    /** To one subscription, if its line is still there. */
    void send(String sessionId, String subscriptionId, MessageFrame frame) {
        send(sessionId, frame.encode(subscriptionId));
    }

    /** A ready frame to one line, if it is still there. */
    void send(String sessionId, byte[] frame) {
        Line line = this.followers.line(sessionId);
        if (line != null) {
            send(line, frame);
        }
    }

    private static void send(Line line, byte[] frame) {
        if (TOGETHER.isBound()) {
            TOGETHER.get().computeIfAbsent(line, (it) -> new ArrayList<>()).add(frame);
        }
        else {
            line.write(List.of(frame));
        }
    }

    /** What is sent meanwhile reaches each line in one go, at the end. */
    void together(Runnable sends) {
        Map<Line, List<byte[]>> frames = new LinkedHashMap<>();
        try {
            ScopedValue.where(TOGETHER, frames).run(sends);
        }
        finally {
            frames.forEach(Line::write);
        }
    }

}
