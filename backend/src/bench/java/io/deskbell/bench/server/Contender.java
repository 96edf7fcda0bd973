package io.deskbell.bench.server;

import java.util.List;

import io.deskbell.bench.client.Loop;

/** A kind of server, and how its clients talk. */
public interface Contender {

    String name();

    /** Starts one and waits until it answers. */
    Launched launch(Workshop workshop);

    /** Connects pairs that can talk at once: the sides 0 and 1, 2 and 3, and so on. */
    List<Side> pairs(Launched server, Loop loop, int count);

}
