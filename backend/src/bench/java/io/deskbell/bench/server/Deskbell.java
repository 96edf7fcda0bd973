package io.deskbell.bench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.deskbell.bench.client.Connection;
import io.deskbell.bench.client.Inbox;
import io.deskbell.bench.client.Loop;
import io.deskbell.bench.client.Stomp;

/**
 * The product: the real jar with all its checks on, but for the limit of ten messages a
 * second.
 */
public final class Deskbell implements Contender {

    private static final String BODY = "{\"clientId\":\"c-%s\",\"contents\":\"%s\"}";

    private static final List<String> ARGUMENTS = List.of("--deskbell.limits.messages-per-second=0");

    @Override
    public String name() {
        return "deskbell";
    }

    @Override
    public Launched launch(Workshop workshop) {
        return workshop.launch(name(), List.of("-jar", workshop.jar().toString()), ARGUMENTS)
            .awaitAnswer("/actuator/health");
    }

    @Override
    public List<Side> pairs(Launched server, Loop loop, int count) {
        AtomicReference<List<Browser>> desks = new AtomicReference<>(List.of());
        AtomicReference<List<Browser>> guides = new AtomicReference<>(List.of());
        server.prepare(() -> {
            House house = new House(server.port());
            desks.set(house.desks(count));
            guides.set(house.guides(count));
        });
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            talk(connect(loop, desks.get().get(i)), connect(loop, guides.get().get(i)), sides);
        }
        return sides;
    }

    /** Rings at the desk, answers as the guide, and adds both. */
    private static void talk(Connection desk, Connection guide, List<Side> sides) {
        Inbox atDesk = desk.collect();
        Inbox atGuide = guide.collect();
        desk.send(Stomp.send("/app/calls.ring",
                "{\"requestId\":\"%s\",\"language\":\"ko\"}".formatted(UUID.randomUUID())));
        String call = Calls.idIn(atDesk.next("/user/queue/calls", "\"RINGING\""));
        guide.send(Stomp.send("/app/calls." + call + ".accept", "{}"));
        atDesk.next("/user/queue/calls", "\"ACTIVE\"", call);
        atGuide.next("/user/queue/calls", "\"ACTIVE\"", call);
        String destination = "/app/calls." + call + ".messages";
        sides.add(new Side(desk, Template.of(destination, BODY, sides.size())));
        sides.add(new Side(guide, Template.of(destination, BODY, sides.size())));
    }

    private static Connection connect(Loop loop, Browser browser) {
        return Connection.open(loop, browser.endpoint())
            .subscribe("/user/queue/errors")
            .subscribe("/user/queue/calls")
            .subscribe("/user/queue/messages");
    }

}
