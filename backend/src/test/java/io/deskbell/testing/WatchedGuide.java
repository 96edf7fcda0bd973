package io.deskbell.testing;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A guide who comes and goes, a colleague who is told of it, and a desk that rings for
 * both.
 */
public final class WatchedGuide {

    /** Says that the guide is on duty, as a frame. */
    public static final String AVAILABLE = "SEND\ndestination:/app/presence\ncontent-type:application/json\n\n"
            + "{\"state\": \"AVAILABLE\"}\0";

    private final Kiosk kiosk;

    private final Guide colleague;

    private final String username;

    private final Browser browser;

    public WatchedGuide(Deskbell deskbell) {
        String region = deskbell.admin().region();
        this.kiosk = deskbell.kiosk(region);
        this.colleague = deskbell.guide(region);
        this.username = deskbell.admin().guide(region);
        this.browser = deskbell.browserOf(this.username);
    }

    public String username() {
        return this.username;
    }

    public Browser browser() {
        return this.browser;
    }

    public Kiosk kiosk() {
        return this.kiosk;
    }

    /** On duty over a bare WebSocket. */
    public RawSocket socket() {
        RawSocket socket = connects().sendPart(AVAILABLE);
        hears(true);
        return socket;
    }

    /** Connected by a bare WebSocket. */
    public RawSocket connects() {
        RawSocket socket = RawSocket.open(this.browser).connect(this.browser.csrfToken());
        assertThat(socket.frame()).startsWith("CONNECTED\n");
        return socket;
    }

    /** On duty over a bare WebSocket that can be cut. */
    public TcpWebSocket wire(String heartBeat) throws IOException {
        TcpWebSocket wire = TcpWebSocket.open(this.browser);
        wire.send(TcpWebSocket.TEXT, "CONNECT\naccept-version:1.2\nhost:x\nheart-beat:%s\nX-XSRF-TOKEN:%s\n\n\0"
            .formatted(heartBeat, this.browser.csrfToken()));
        wire.read();
        wire.send(TcpWebSocket.TEXT, AVAILABLE);
        hears(true);
        return wire;
    }

    /** On duty over a transport of SockJS. */
    public SockJsStomp over(String transport, String heartBeat) throws IOException {
        SockJsStomp line = SockJsStomp.connect(this.browser, transport, heartBeat).send(AVAILABLE);
        hears(true);
        return line;
    }

    /** The colleague is told, and the next ring knows it. */
    public void assertGone() {
        this.colleague.line().patiently(() -> hears(false));
        assertOnDuty(1);
    }

    /** How many the next ring finds. */
    public void assertOnDuty(int count) {
        String call = this.kiosk.rings();
        assertThat(this.kiosk.currentCalls().get(0).path("onDuty").asInt()).isEqualTo(count);
        this.kiosk.act("cancel", call);
        this.kiosk.call(call, "CANCELLED");
    }

    private void hears(boolean connected) {
        this.colleague.hears("PRESENCE",
                (event) -> event.path("username").asString().equals(this.username)
                        && event.path("connected").asBoolean() == connected
                        && (!connected || event.path("state").asString().equals("AVAILABLE")));
    }

}
