package io.deskbell.bench.server;

import java.util.List;

import io.deskbell.bench.client.Loop;
import io.deskbell.bench.naive.NaiveApplication;
import io.deskbell.bench.relay.RelayApplication;

/**
 * Spring's simple broker as tutorials use it, with or without storing what is said.
 *
 * @param stores whether each message is saved
 */
public record Tutorial(String name, boolean stores, Container container) implements Contender {

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
    public Clients clients(Launched server, Loop loop) {
        return new TutorialClients(server.port(), loop);
    }

}
