package io.deskbell.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import io.deskbell.shared.Texts;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param from at or after
 * @param to before
 */
public record AuditFilter(@Nullable @Pattern(regexp = Texts.STORABLE) String actor, @Nullable AuditAction action,
        @Nullable Instant from, @Nullable Instant to) {

    String conditions() {
        return ((this.actor != null) ? " and actor = :actor" : "")
                + ((this.action != null) ? " and action = :action" : "")
                + ((this.from != null) ? " and at >= :from" : "") + ((this.to != null) ? " and at < :to" : "");
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        if (this.actor != null) {
            values.put("actor", this.actor);
        }
        if (this.action != null) {
            values.put("action", this.action.name());
        }
        if (this.from != null) {
            values.put("from", this.from.atOffset(ZoneOffset.UTC));
        }
        if (this.to != null) {
            values.put("to", this.to.atOffset(ZoneOffset.UTC));
        }
        return values;
    }

}
