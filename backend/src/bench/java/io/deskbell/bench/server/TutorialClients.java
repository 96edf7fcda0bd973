package io.deskbell.bench.server;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.deskbell.bench.client.Connection;
import io.deskbell.bench.client.Endpoint;
import io.deskbell.bench.client.Loop;

/** Clients of a tutorial's chat: nobody signs in, a room is a topic. */
final class TutorialClients implements Clients {

    private static final String BODY = "{\"username\":\"c-%s\",\"contents\":\"%s\"}";

    private static final int ALARM = 9999;

    private final int port;

    private final Loop loop;

    TutorialClients(int port, Loop loop) {
        this.port = port;
        this.loop = loop;
    }

    @Override
    public List<Side> pairs(int count) {
        return IntStream.range(0, 2 * count).mapToObj(this::side).toList();
    }

    private Side side(int index) {
        int room = index / 2;
        return new Side(connect().subscribe("/topic/room." + room), Template.of("/app/chat/" + room, BODY, index));
    }

    @Override
    public List<Connection> idle(int count) {
        return IntStream.range(0, count).mapToObj((i) -> connect().subscribe("/topic/room.idle-" + i)).toList();
    }

    private Connection connect() {
        return Connection.open(this.loop, new Endpoint(this.port, "/ws", "", Map.of()));
    }

    @Override
    public Crowd crowd() {
        return new Region();
    }

    /** Those who follow the topic of a region. */
    private final class Region extends Crowd {

        private final Connection alarm = connect();

        private final Template template = Template.of("/app/alert/bench", BODY, ALARM);

        @Override
        protected List<Connection> join(int count) {
            return IntStream.range(0, count).mapToObj((i) -> connect().subscribe("/topic/regions.bench")).toList();
        }

        @Override
        protected void send(int number) {
            this.alarm.send(this.template.with(number));
        }

        @Override
        protected boolean isAlert(int number, byte[] data, int from, int to) {
            int mark = Mark.find(data, from, to);
            return mark != Mark.NONE && Mark.counter(data, mark) == number;
        }

        @Override
        protected void calm() {
            // An alert of the tutorial is a message, and over when it is delivered.
        }

    }

}
