package io.deskbell.realtime;

import java.util.Objects;

import io.deskbell.realtime.stomp.UserQueueResolver;
import lombok.RequiredArgsConstructor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.broker.AbstractBrokerMessageHandler;
import org.springframework.messaging.simp.broker.SimpleBrokerMessageHandler;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.messaging.simp.user.UserDestinationResolver;
import org.springframework.messaging.support.AbstractSubscribableChannel;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.DelegatingWebSocketMessageBrokerConfiguration;
import org.springframework.web.socket.messaging.SubProtocolWebSocketHandler;

/**
 * The broker as {@code @EnableWebSocketMessageBroker} configures it, but with Deskbell's
 * own user destination resolver, connections and subscription registry.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class BrokerConfiguration extends DelegatingWebSocketMessageBrokerConfiguration {

    private final Subscriptions subscriptions;

    private final ClientConnectionFactory connections;

    @Bean
    @Override
    public UserDestinationResolver userDestinationResolver(SimpUserRegistry userRegistry,
            AbstractSubscribableChannel clientInboundChannel, AbstractSubscribableChannel clientOutboundChannel) {
        return new UserQueueResolver();
    }

    @Bean
    @Override
    public AbstractBrokerMessageHandler simpleBrokerMessageHandler(AbstractSubscribableChannel clientInboundChannel,
            AbstractSubscribableChannel clientOutboundChannel, AbstractSubscribableChannel brokerChannel,
            UserDestinationResolver userDestinationResolver) {
        SimpleBrokerMessageHandler broker = (SimpleBrokerMessageHandler) Objects
            .requireNonNull(super.simpleBrokerMessageHandler(clientInboundChannel, clientOutboundChannel, brokerChannel,
                    userDestinationResolver));
        broker.setSubscriptionRegistry(this.subscriptions);
        return broker;
    }

    @Bean
    @Override
    public WebSocketHandler subProtocolWebSocketHandler(AbstractSubscribableChannel clientInboundChannel,
            AbstractSubscribableChannel clientOutboundChannel) {
        return new SubProtocolWebSocketHandler(clientInboundChannel, clientOutboundChannel) {

            @Override
            protected WebSocketSession decorateSession(WebSocketSession session) {
                ClientConnection connection = BrokerConfiguration.this.connections.open(session, getSendTimeLimit(),
                        getSendBufferSizeLimit());
                BrokerConfiguration.this.subscriptions.opened(connection);
                return connection;
            }

            @Override
            public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) throws Exception {
                ClientConnection connection = BrokerConfiguration.this.subscriptions.connection(session.getId());
                if (connection != null) {
                    connection.activity().received();
                }
                super.handleMessage(session, message);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                super.afterConnectionClosed(session, status);
                BrokerConfiguration.this.subscriptions.closed(session.getId());
            }

        };
    }

}
