package io.deskbell.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.criteria.Predicate;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.domain.Specification;

/**
 * Which calls are asked for; what is null or empty does not matter.
 *
 * @param from rung at or after
 * @param to rung before
 */
public record CallFilter(@Nullable List<CallState> state, @Nullable String region, @Nullable String desk,
        @Nullable String guide, @Nullable Instant from, @Nullable Instant to) {

    Specification<Call> asSpecification() {
        return (call, query, criteria) -> {
            List<Predicate> all = new ArrayList<>();
            if (this.state != null && !this.state.isEmpty()) {
                all.add(call.get("state").in(this.state));
            }
            if (this.region != null) {
                all.add(criteria.equal(call.get("region"), this.region));
            }
            if (this.desk != null) {
                all.add(criteria.equal(call.get("desk"), this.desk));
            }
            if (this.guide != null) {
                all.add(criteria.equal(call.get("guide"), this.guide));
            }
            if (this.from != null) {
                all.add(criteria.greaterThanOrEqualTo(call.get("ringAt"), this.from));
            }
            if (this.to != null) {
                all.add(criteria.lessThan(call.get("ringAt"), this.to));
            }
            return criteria.and(all);
        };
    }

}
