package io.deskbell.realtime.jetty;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletCoreRequest;
import org.eclipse.jetty.ee11.servlet.ServletCoreResponse;
import org.eclipse.jetty.ee11.websocket.server.internal.JettyServerFrameHandlerFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.websocket.core.ExtensionConfig;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.server.FrameHandlerFactory;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
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
 * Opens a WebSocket without keeping the request that asked for it. What Jetty remembers
 * of its answer to the handshake is a live view through which every connection, as long
 * as it is open, holds its whole request: 19 KB. This one has it remember neither side's
 * headers.
 */
public class LeanWebSocketUpgrade extends JettyRequestUpgradeStrategy {

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
        return (adapter, asked, answer) -> jetty.newFrameHandler(adapter, new Asked(asked), new Answered(answer));
    }

    private static WebSocketMappings mappings(ServletContext context) {
        return WebSocketMappings.getMappings(ServletContextHandler.getServletContextHandler(context));
    }

    /** The request for a WebSocket, without its headers: nobody asks for them again. */
    private static final class Asked extends Request.Wrapper implements ServerUpgradeRequest {

        private final ServerUpgradeRequest asked;

        Asked(ServerUpgradeRequest asked) {
            super(asked);
            this.asked = asked;
        }

        @Override
        public HttpFields getHeaders() {
            return HttpFields.EMPTY;
        }

        @Override
        public WebSocketComponents getWebSocketComponents() {
            return this.asked.getWebSocketComponents();
        }

        @Override
        public List<ExtensionConfig> getExtensions() {
            return this.asked.getExtensions();
        }

        @Override
        public String getProtocolVersion() {
            return this.asked.getProtocolVersion();
        }

        @Override
        public List<String> getSubProtocols() {
            return this.asked.getSubProtocols();
        }

        @Override
        public boolean hasSubProtocol(String protocol) {
            return this.asked.hasSubProtocol(protocol);
        }

    }

    /** The answer, without its headers, which have been sent. */
    private static final class Answered extends Response.Wrapper implements ServerUpgradeResponse {

        private final ServerUpgradeResponse answered;

        Answered(ServerUpgradeResponse answered) {
            super(answered.getRequest(), answered);
            this.answered = answered;
        }

        @Override
        public HttpFields.Mutable getHeaders() {
            return HttpFields.build();
        }

        @Override
        public @Nullable String getAcceptedSubProtocol() {
            return this.answered.getAcceptedSubProtocol();
        }

        @Override
        public List<ExtensionConfig> getExtensions() {
            return this.answered.getExtensions();
        }

        @Override
        public void setAcceptedSubProtocol(String protocol) {
            this.answered.setAcceptedSubProtocol(protocol);
        }

        @Override
        public void addExtensions(List<ExtensionConfig> extensions) {
            this.answered.addExtensions(extensions);
        }

        @Override
        public void removeExtensions(List<ExtensionConfig> extensions) {
            this.answered.removeExtensions(extensions);
        }

        @Override
        public void setExtensions(List<ExtensionConfig> extensions) {
            this.answered.setExtensions(extensions);
        }

    }

}
