package io.deskbell.region;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A region or a desk as others show it.
 *
 * @param names what it is called in other languages, left out where nothing is known of
 * that
 */
public record Named(String code, String name, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names) {

    public Named(String code, String name) {
        this(code, name, Map.of());
    }

    public static Named of(Region region) {
        return new Named(region.getCode(), region.getName(), region.getNames());
    }

    public static Named of(Desk desk) {
        return new Named(desk.getCode(), desk.getName(), desk.getNames());
    }

}
