package io.deskbell.region;

/** A desk's button seems to be stuck: it goes on being pressed while its call rings. */
public record DeskButtonStuck(String desk) {
}
