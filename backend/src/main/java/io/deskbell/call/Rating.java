package io.deskbell.call;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor thought of a call.
 *
 * @param stars 1 to 5
 * @param comment null for none
 */
@Embeddable
public record Rating(Integer stars, @Nullable String comment) {
}
