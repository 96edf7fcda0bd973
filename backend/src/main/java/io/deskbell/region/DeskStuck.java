package io.deskbell.region;

/** A desk's button seems to be stuck: it rings again and again, and nobody is there. */
public record DeskStuck(String desk) {
}
