package io.deskbell.call;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How many guides were alerted, and how many of them have it on the screen. */
@Embeddable
public record AlertCounts(@Column(name = "alerts_sent") int sent, @Column(name = "alerts_seen") int seen) {
}
