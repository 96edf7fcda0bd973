package io.deskbell.bench.server;

import java.util.List;

import io.deskbell.bench.client.Connection;

/** Those who use one running server. */
public interface Clients {

    /** Connects pairs that can talk at once: the sides 0 and 1, 2 and 3, and so on. */
    List<Side> pairs(int count);

    /** Connects some who only wait; several may be the same person. */
    List<Connection> idle(int count);

    /** The guides of a region, of whom nobody is connected yet. */
    Crowd crowd();

}
