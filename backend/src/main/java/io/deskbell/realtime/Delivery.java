package io.deskbell.realtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.MessageChannel;
import org.springframework.stereotype.Component;

/**
 * Brings frames to the lines of this server: straight to those that have a socket of
 * their own, Spring's way to the others (SockJS). Frames handed over by one thread reach
 * each line in that order.
 */
@Component
class Delivery {

    private static final ScopedValue<Map<Line, List<byte[]>>> TOGETHER = ScopedValue.newInstance();

    private final Followers followers;

    private final MessageChannel outbound;

    Delivery(Followers followers, @Lazy @Qualifier("clientOutboundChannel") MessageChannel outbound) {
        this.followers = followers;
        this.outbound = outbound;
    }

    /** To all who follow the topic. */
    void send(String topic, MessageFrame frame) {
        this.followers.of(topic).forEach((follower) -> send(follower, frame));
    }

    /** To one subscription, if its line is still there. */
    void send(String sessionId, String subscriptionId, MessageFrame frame) {
        Line line = this.followers.line(sessionId);
        if (line != null) {
            send(new Follower(line, subscriptionId), frame);
        }
    }

    private void send(Follower follower, MessageFrame frame) {
        Line line = follower.line();
        if (!line.isDirect()) {
            this.outbound.send(frame.message(line.getId(), follower.subscriptionId()));
        }
        else if (TOGETHER.isBound()) {
            TOGETHER.get()
                .computeIfAbsent(line, (it) -> new ArrayList<>())
                .add(frame.encode(follower.subscriptionId()));
        }
        else {
            line.write(List.of(frame.encode(follower.subscriptionId())));
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
