package io.deskbell.realtime;

import java.util.List;

import io.deskbell.realtime.jetty.LeanWebSocketUpgrade;
import io.deskbell.realtime.stomp.DisconnectAckFilter;
import io.deskbell.realtime.stomp.ErrorFrames;
import io.deskbell.realtime.stomp.HeartBeats;
import io.deskbell.realtime.stomp.Receipts;
import io.deskbell.realtime.stomp.StompRules;
import io.deskbell.realtime.stomp.TopicNames;
import io.deskbell.shared.OriginSettings;
import lombok.RequiredArgsConstructor;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.security.messaging.web.csrf.CsrfChannelInterceptor;
import org.springframework.security.messaging.web.socket.server.CsrfTokenHandshakeInterceptor;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.ClassUtils;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/** The STOMP endpoint, its broker and its bounds. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class RealtimeConfiguration implements WebSocketMessageBrokerConfigurer {

    private static final int FRAME_BYTES = 64 * 1024;

    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    private static final int SEND_MILLIS = 5_000;

    private static final int FIRST_FRAME_MILLIS = 15_000;

    private final AccessInterceptor access;

    private final HandshakeLimit handshakeLimit;

    private final OriginSettings origins;

    private final Receipts receipts;

    private final FastLane fastLane;

    private final ErrorFrames errorFrames;

    private final OpenConnections connections;

    private final StompRules rules;

    private final HeartBeats heartBeats;

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.setErrorHandler(this.errorFrames);
        registry.addEndpoint("/ws")
            .setHandshakeHandler(handshakes())
            .setAllowedOrigins(this.origins.allowedOrigins().toArray(String[]::new))
            .addInterceptors(this.handshakeLimit, new HttpSessionHandshakeInterceptor(List.of()),
                    new CsrfTokenHandshakeInterceptor())
            .withSockJS();
    }

    /** On Jetty the light one; another server is only put in to be measured. */
    private static HandshakeHandler handshakes() {
        boolean jetty = ClassUtils.isPresent("org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer",
                null);
        return jetty ? new DefaultHandshakeHandler(new LeanWebSocketUpgrade()) : new DefaultHandshakeHandler();
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        registry.setPathMatcher(new AntPathMatcher("."));
        registry.setApplicationDestinationPrefixes("/app");
        registry.setUserDestinationPrefix(TopicNames.USER_PREFIX);
        registry.setPreservePublishOrder(true);
        registry.enableSimpleBroker("/topic");
    }

    /**
     * The reader's own thread does the work: order by construction, and a busy server
     * slows its senders.
     */
    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        registration.executor(new SyncTaskExecutor());
        registration.interceptors(this.rules, new CsrfChannelInterceptor(), this.access, this.receipts, this.fastLane);
    }

    /**
     * A thread for each send, so that a reader that does not read holds up nobody else.
     */
    @Override
    public void configureClientOutboundChannel(ChannelRegistration registration) {
        registration.executor(new VirtualThreadTaskExecutor("deskbell-out-"));
        registration.interceptors(this.heartBeats, new DisconnectAckFilter());
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
        registration.setMessageSizeLimit(FRAME_BYTES)
            .setSendBufferSizeLimit(SEND_BUFFER_BYTES)
            .setSendTimeLimit(SEND_MILLIS)
            .setTimeToFirstMessage(FIRST_FRAME_MILLIS)
            .addDecoratorFactory(this.connections);
    }

}
