package io.deskbell.realtime;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletCoreRequest;
import org.eclipse.jetty.ee11.servlet.ServletCoreResponse;
import org.eclipse.jetty.ee11.websocket.server.internal.JettyServerFrameHandlerFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.websocket.api.ExtensionConfig;
import org.eclipse.jetty.websocket.api.UpgradeResponse;
import org.eclipse.jetty.websocket.common.JettyWebSocketFrameHandler;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.server.FrameHandlerFactory;
import org.eclipse.jetty.websocket.core.server.WebSocketCreator;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketHandlerAdapter;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketSession;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/**
 * Opens a WebSocket without keeping the request that asked for it. What Jetty records of
 * its answer to the handshake is a live view through which every connection, as long as
 * it is open, holds its whole request: 19 KB of 27 KB a connection. This one records a
 * copy.
 */
class LightUpgrade extends JettyRequestUpgradeStrategy {

    @Override
    public void upgrade(ServerHttpRequest request, ServerHttpResponse response, @Nullable String protocol,
            List<WebSocketExtension> extensions, @Nullable Principal user, WebSocketHandler handler,
            Map<String, Object> attributes) throws HandshakeFailureException {
        HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        ServletContext context = servletRequest.getServletContext();
        Request asked = ServletCoreRequest.wrap(servletRequest);
        Response answer = ServletCoreResponse.wrap(asked, ((ServletServerHttpResponse) response).getServletResponse(),
                false);
        WebSocketNegotiator negotiator = WebSocketNegotiator.from(creator(protocol, handler, attributes, user),
                frameHandlers(context));
        try (Blocker.Callback done = Blocker.callback()) {
            if (mappings(context).upgrade(negotiator, asked, answer, done, null)) {
                done.block();
            }
        }
        catch (IOException | WebSocketException ex) {
            throw new HandshakeFailureException("No WebSocket could be opened at " + request.getURI(), ex);
        }
    }

    private static WebSocketCreator creator(@Nullable String protocol, WebSocketHandler handler,
            Map<String, Object> attributes, @Nullable Principal user) {
        JettyWebSocketHandlerAdapter adapter = new JettyWebSocketHandlerAdapter(handler,
                new JettyWebSocketSession(attributes, user));
        return (asked, answer, callback) -> {
            if (protocol != null) {
                answer.setAcceptedSubProtocol(protocol);
            }
            return adapter;
        };
    }

    private static FrameHandlerFactory frameHandlers(ServletContext context) {
        JettyServerFrameHandlerFactory jetty = JettyServerFrameHandlerFactory.getFactory(context);
        return (adapter, asked, answer) -> {
            JettyWebSocketFrameHandler handler = (JettyWebSocketFrameHandler) jetty.newFrameHandler(adapter, asked,
                    answer);
            handler.setUpgradeResponse(Answer.copyOf(handler.getUpgradeResponse()));
            return handler;
        };
    }

    private static WebSocketMappings mappings(ServletContext context) {
        return WebSocketMappings.getMappings(ServletContextHandler.getServletContextHandler(context));
    }

    /** The answer to the handshake, without its headers: nobody asks for them again. */
    private record Answer(int statusCode, @Nullable String protocol,
            List<ExtensionConfig> negotiated) implements UpgradeResponse {

        static Answer copyOf(UpgradeResponse answer) {
            return new Answer(answer.getStatusCode(), answer.getAcceptedSubProtocol(), answer.getExtensions());
        }

        @Override
        public int getStatusCode() {
            return this.statusCode;
        }

        @Override
        public @Nullable String getAcceptedSubProtocol() {
            return this.protocol;
        }

        @Override
        public List<ExtensionConfig> getExtensions() {
            return this.negotiated;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return null;
        }

        @Override
        public Set<String> getHeaderNames() {
            return Set.of();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return Map.of();
        }

        @Override
        public List<String> getHeaders(String name) {
            return List.of();
        }

    }

}
