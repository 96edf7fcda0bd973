package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * A call on its way from its guide to another.
 *
 * @param to to whom
 * @param since when it was handed on
 * @param dueAt when it comes back, if nobody takes it
 */
@Embeddable
record HandOver(@Embedded Transfer to, @Column(name = "transfer_since") Instant since,
        @Column(name = "transfer_due_at") Instant dueAt) {

    /** The clock was put forward or back. */
    HandOver moved(Duration by) {
        return new HandOver(this.to, this.since.plus(by), this.dueAt.plus(by));
    }

}
