package io.deskbell.region;

/** A desk's button goes on being pressed although its call rings already. */
public record DeskStuck(String desk) {
}
