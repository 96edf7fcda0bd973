package io.deskbell.region;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A region or a desk as others show it.
 *
 * @param names its names in other languages by language code; omitted if there are none
 */
public record CodeAndName(String code, String name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names) {

    public CodeAndName(String code, String name) {
        this(code, name, Map.of());
    }

    public CodeAndName with(Map<String, String> others) {
        return new CodeAndName(this.code, this.name, others);
    }

    public static CodeAndName of(Region region) {
        return new CodeAndName(region.getCode(), region.getName(), region.getNames());
    }

    public static CodeAndName of(Desk desk) {
        return new CodeAndName(desk.getCode(), desk.getName(), desk.getNames());
    }

}
