package io.deskbell.call.transfer;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * A transfer that nobody has accepted yet.
 *
 * @param to to whom
 * @param since when it began
 * @param dueAt when the call returns if nobody accepts
 */
@Embeddable
public record PendingTransfer(@Embedded TransferTarget to, @Column(name = "transfer_since") Instant since,
        @Column(name = "transfer_due_at") Instant dueAt) {

    /** The system clock was set. */
    public PendingTransfer moved(Duration by) {
        return new PendingTransfer(this.to, this.since.plus(by), this.dueAt.plus(by));
    }

}
