package io.deskbell.testing;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.converter.SimpleMessageConverter;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.messaging.WebSocketStompClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One STOMP connection. What arrives is kept by destination, in order, until a test asks
 * for it.
 */
public final class StompConnection {

    private static final long PATIENCE_SECONDS = 30;

    /** As long as a silent connection may go unnoticed, and some more. */
    private static final long LONG_PATIENCE_SECONDS = 45;

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final ThreadPoolTaskScheduler SCHEDULER = scheduler();

    private final Map<String, BlockingQueue<JsonNode>> arrived = new ConcurrentHashMap<>();

    private final CompletableFuture<StompHeaders> connected = new CompletableFuture<>();

    private final CompletableFuture<StompHeaders> error = new CompletableFuture<>();

    private final CountDownLatch closed = new CountDownLatch(1);

    private StompSession session;

    private long patienceSeconds = PATIENCE_SECONDS;

    private StompConnection() {
    }

    /** Connects as who is signed in in this browser. */
    public static StompConnection open(Browser browser, Transport transport) {
        StompConnection connection = new StompConnection();
        WebSocketStompClient client = new WebSocketStompClient(transport.client());
        client.setTaskScheduler(SCHEDULER);
        client.setMessageConverter(new SimpleMessageConverter());
        WebSocketHttpHeaders handshake = new WebSocketHttpHeaders();
        browser.headers().forEach(handshake::add);
        StompHeaders connect = new StompHeaders();
        connect.add("X-XSRF-TOKEN", browser.csrfToken());
        String url = transport.url(browser.port());
        connection.session = get(client.connectAsync(url, handshake, connect, connection.new Events()));
        connection.follow("/user/queue/errors");
        return connection;
    }

    /** Subscribes, and waits until the server says that it is so. */
    public StompConnection follow(String destination) {
        StompHeaders headers = new StompHeaders();
        headers.setDestination(destination);
        headers.setReceipt(UUID.randomUUID().toString());
        CountDownLatch receipt = new CountDownLatch(1);
        this.session.subscribe(headers, line(destination)).addReceiptTask(receipt::countDown);
        await(receipt, "the receipt of the subscription to " + destination);
        return this;
    }

    /** Subscribes to what must not be followed; the answer is {@link #error()}. */
    public void tryToFollow(String destination) {
        this.session.subscribe(destination, line(destination));
    }

    public void send(String destination, Object body) {
        StompHeaders headers = new StompHeaders();
        headers.setDestination(destination);
        headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
        this.session.send(headers, (body instanceof String text)
                ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8) : MAPPER.writeValueAsBytes(body));
    }

    /** Waits, within this, for what takes as long as a silent connection. */
    public void patiently(Runnable wait) {
        this.patienceSeconds = LONG_PATIENCE_SECONDS;
        try {
            wait.run();
        }
        finally {
            this.patienceSeconds = PATIENCE_SECONDS;
        }
    }

    /** The next that arrives there. */
    public JsonNode next(String destination) {
        try {
            JsonNode next = queue(destination).poll(this.patienceSeconds, TimeUnit.SECONDS);
            assertThat(next).as("next on %s; errors: %s; open: %s", destination, queue("/user/queue/errors"), isOpen())
                .isNotNull();
            return next;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** The next matching one there; others are skipped. */
    public JsonNode next(String destination, Predicate<JsonNode> wanted) {
        JsonNode next = next(destination);
        while (!wanted.test(next)) {
            next = next(destination);
        }
        return next;
    }

    /** What has arrived there and was not asked for yet. */
    public List<JsonNode> waiting(String destination) {
        return List.copyOf(queue(destination));
    }

    /** The headers of CONNECTED. */
    public StompHeaders connected() {
        return get(this.connected);
    }

    /** The headers of the ERROR frame. */
    public StompHeaders error() {
        return get(this.error);
    }

    /** Waits until the server has closed this connection. */
    public void awaitClosed(Duration most) {
        try {
            assertThat(this.closed.await(most.toMillis(), TimeUnit.MILLISECONDS)).as("closed within " + most).isTrue();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isOpen() {
        return this.session.isConnected();
    }

    public void close() {
        this.session.disconnect();
    }

    private BlockingQueue<JsonNode> queue(String destination) {
        return this.arrived.computeIfAbsent(destination, (it) -> new LinkedBlockingQueue<>());
    }

    private StompFrameHandler line(String destination) {
        return new StompFrameHandler() {

            @Override
            public Type getPayloadType(StompHeaders headers) {
                return byte[].class;
            }

            @Override
            public void handleFrame(StompHeaders headers, Object payload) {
                assertThat(headers.getDestination()).isEqualTo(destination);
                queue(destination).add(MAPPER.readTree((byte[]) payload));
            }

        };
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(what).isTrue();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static ThreadPoolTaskScheduler scheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setDaemon(true);
        scheduler.initialize();
        return scheduler;
    }

    private final class Events extends StompSessionHandlerAdapter {

        @Override
        public void afterConnected(StompSession session, StompHeaders headers) {
            StompConnection.this.connected.complete(headers);
        }

        /** Called for ERROR frames, which have no subscription. */
        @Override
        public void handleFrame(StompHeaders headers, Object payload) {
            StompConnection.this.error.complete(headers);
        }

        @Override
        public void handleException(StompSession session, StompCommand command, StompHeaders headers, byte[] payload,
                Throwable ex) {
            throw new IllegalStateException(ex);
        }

        @Override
        public void handleTransportError(StompSession session, Throwable ex) {
            StompConnection.this.closed.countDown();
        }

    }

}
