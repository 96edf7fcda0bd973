package io.deskbell.bench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.deskbell.bench.client.Bytes;
import io.deskbell.bench.client.Connection;
import io.deskbell.bench.client.Inbox;
import io.deskbell.bench.client.Loop;
import io.deskbell.bench.client.Stomp;

/** Desks and guides who signed in and go by docs/protocol.md. */
final class DeskbellClients implements Clients {

    private static final String BODY = "{\"clientId\":\"c-%s\",\"contents\":\"%s\"}";

    /** So many people have all the connections that only wait. */
    private static final int WAITING = 50;

    private final Launched server;

    private final Loop loop;

    private final House house;

    private List<Browser> waiting = List.of();

    DeskbellClients(Launched server, Loop loop) {
        this.server = server;
        this.loop = loop;
        this.house = new House(server.port());
    }

    @Override
    public List<Side> pairs(int count) {
        List<Browser> desks = prepared(() -> this.house.desks(count));
        List<Browser> guides = prepared(() -> this.house.guides(count));
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            talk(connect(desks.get(i)), connect(guides.get(i)), sides);
        }
        return sides;
    }

    /** Rings at the desk, answers as the guide, and adds both. */
    private static void talk(Connection desk, Connection guide, List<Side> sides) {
        String call = Calls.connect(desk, guide);
        String destination = "/app/calls." + call + ".messages";
        sides.add(new Side(desk, Template.of(destination, BODY, sides.size())));
        sides.add(new Side(guide, Template.of(destination, BODY, sides.size())));
    }

    @Override
    public List<Connection> idle(int count) {
        if (this.waiting.isEmpty()) {
            this.waiting = prepared(() -> this.house.guides(WAITING));
        }
        return IntStream.range(0, count).mapToObj((i) -> connect(this.waiting.get(i % WAITING))).toList();
    }

    private Connection connect(Browser browser) {
        return connect(this.loop, browser);
    }

    static Connection connect(Loop loop, Browser browser) {
        return Connection.open(loop, browser.endpoint())
            .subscribe("/user/queue/errors")
            .subscribe("/user/queue/calls")
            .subscribe("/user/queue/messages");
    }

    /** Passwords are slow on purpose: the server gets all cores for a while. */
    private <T> T prepared(Supplier<T> preparation) {
        AtomicReference<T> prepared = new AtomicReference<>();
        this.server.prepare(() -> prepared.set(preparation.get()));
        return prepared.get();
    }

    @Override
    public Crowd crowd() {
        return new OnDuty();
    }

    /** Guides on duty, alerted by a desk that rings and hangs up again. */
    private final class OnDuty extends Crowd {

        private static final byte[] AVAILABLE = Stomp.send("/app/presence", "{\"state\":\"AVAILABLE\"}");

        private final Connection desk = connect(prepared(() -> DeskbellClients.this.house.desks(1)).getFirst());

        private Inbox atDesk = this.desk.collect();

        private volatile byte[] before = Bytes.of("no call yet");

        /** All are there before the first of them follows: each tells all others. */
        @Override
        protected List<Connection> join(int count) {
            List<Browser> guides = prepared(() -> DeskbellClients.this.house.guides(count));
            List<Connection> joined = guides.stream().map(DeskbellClients.this::connect).toList();
            joined.forEach((guide) -> guide.send(AVAILABLE));
            joined.forEach((guide) -> guide.subscribe("/user/queue/notes").subscribe("/topic/regions." + House.REGION));
            return joined;
        }

        @Override
        protected void send(int number) {
            this.atDesk = this.desk.collect();
            this.desk.send(Calls.ring());
        }

        @Override
        protected boolean isAlert(int number, byte[] data, int from, int to) {
            return Calls.isRinging(data, from, to) && Bytes.indexOf(data, from, to, this.before) < 0;
        }

        @Override
        protected void calm() {
            String call = Calls.idIn(this.atDesk.next("/user/queue/calls", "\"RINGING\""));
            this.desk.send(Stomp.send("/app/calls." + call + ".cancel", "{}"));
            this.atDesk.next("/user/queue/calls", "\"CANCELLED\"", call);
            this.before = Bytes.of("\"" + call + "\"");
        }

    }

}
