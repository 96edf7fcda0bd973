package io.deskbell.region;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A desk as an admin sees it. */
public record DeskView(String code, String name, String region, List<String> languages, boolean enabled, boolean paired,
        boolean online, @Nullable Instant lastSeen,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> names) {
}
