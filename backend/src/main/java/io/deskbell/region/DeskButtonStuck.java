package io.deskbell.region;

/** A desk's button seems to be stuck: it keeps being pressed while its call rings. */
public record DeskButtonStuck(String desk) {
}
