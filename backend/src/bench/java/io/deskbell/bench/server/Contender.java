package io.deskbell.bench.server;

import io.deskbell.bench.client.Loop;

/** A kind of server, and how its clients talk. */
public interface Contender {

    String name();

    /** Starts one and waits until it answers. */
    Launched launch(Workshop workshop);

    /** Those who use it. */
    Clients clients(Launched server, Loop loop);

}
