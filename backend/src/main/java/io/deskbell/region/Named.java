package io.deskbell.region;

/** A region or a desk as others show it. */
public record Named(String code, String name) {
}
