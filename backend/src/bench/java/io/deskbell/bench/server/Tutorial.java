package io.deskbell.bench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.deskbell.bench.client.Connection;
import io.deskbell.bench.client.Loop;
import io.deskbell.bench.naive.NaiveApplication;
import io.deskbell.bench.relay.RelayApplication;

/**
 * Spring's simple broker as tutorials use it, with or without storing what is said.
 *
 * @param stores whether each message is saved
 */
public record Tutorial(String name, boolean stores, Container container) implements Contender {

    private static final String BODY = "{\"username\":\"c-%s\",\"contents\":\"%s\"}";

    @Override
    public Launched launch(Workshop workshop) {
        return (this.stores ? naive(workshop) : relay(workshop)).awaitAnswer("/");
    }

    private Launched naive(Workshop workshop) {
        return workshop.launch(this.name,
                List.of("-cp", ClassPath.withDatabase(this.container), NaiveApplication.class.getName()),
                List.of("--spring.datasource.url=jdbc:h2:file:./data/naive", "--spring.jpa.hibernate.ddl-auto=update"));
    }

    private Launched relay(Workshop workshop) {
        return workshop.launch(this.name,
                List.of("-cp", ClassPath.withoutDatabase(this.container), RelayApplication.class.getName()), List.of());
    }

    @Override
    public List<Side> pairs(Launched server, Loop loop, int count) {
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < 2 * count; i++) {
            int room = i / 2;
            sides.add(new Side(connect(server, loop).subscribe("/topic/room." + room),
                    Template.of("/app/chat/" + room, BODY, i)));
        }
        return sides;
    }

    private static Connection connect(Launched server, Loop loop) {
        return Connection.open(loop, new Connection.Endpoint(server.port(), "/ws", "", Map.of()));
    }

}
