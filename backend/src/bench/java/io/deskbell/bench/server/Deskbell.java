package io.deskbell.bench.server;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.deskbell.bench.client.Loop;

/**
 * The product with all its checks on, but for the limits of what one account may have.
 *
 * @param jar another build of it, null for the one that was just made
 * @param container what carries it, null for the jar as it is
 */
public record Deskbell(@Nullable Path jar, @Nullable Container container) implements Contender {

    private static final List<String> ARGUMENTS = List.of("--deskbell.limits.messages-per-second=0",
            "--deskbell.limits.frames-per-second=0", "--deskbell.limits.connections-per-account=100000",
            "--deskbell.limits.handshakes-per-minute=0", "--deskbell.account.sessions-per-account=100000",
            "--deskbell.routing.cancelled-calls=0");

    static final String HEALTH = "/actuator/health";

    /** The one that was just made. */
    public Deskbell(@Nullable Container container) {
        this(null, container);
    }

    @Override
    public String name() {
        if (this.jar != null) {
            return "deskbell-before";
        }
        return (this.container != null) ? "deskbell-" + this.container.label() : "deskbell";
    }

    @Override
    public Launched launch(Workshop workshop) {
        return workshop.launch(name(), program(workshop), ARGUMENTS).awaitAnswer(HEALTH);
    }

    /** Starts it again on what it stored the last time. */
    public Launched resume(Workshop workshop) {
        return workshop.resume(name(), program(workshop), ARGUMENTS).awaitAnswer(HEALTH);
    }

    /** Where it stores everything. */
    public Path database(Workshop workshop) {
        return workshop.target().resolve(name()).resolve("data").resolve("deskbell");
    }

    private List<String> program(Workshop workshop) {
        Path program = (this.jar != null) ? this.jar : workshop.jar();
        return (this.container != null) ? new ExplodedJar(workshop).carriedBy(this.container)
                : List.of("-jar", program.toString());
    }

    @Override
    public Clients clients(Launched server, Loop loop) {
        return new DeskbellClients(server, loop);
    }

}
