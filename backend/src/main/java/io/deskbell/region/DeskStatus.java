package io.deskbell.region;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A desk as the guides of its region see it. */
public record DeskStatus(String code, String name, boolean enabled, boolean paired, boolean online,
        @Nullable Instant lastSeen, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names) {
}
