package io.deskbell.call.alert;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import lombok.Getter;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * How one guide responded to the alert of one call, as a proof. Two screens of a guide
 * may respond at once, so only changed columns are written.
 */
@Entity
@Table(name = "call_alerts")
@IdClass(Alert.Key.class)
@DynamicUpdate
@Getter
public class Alert {

    @Id
    private UUID callId;

    @Id
    private String username;

    private Instant sentAt;

    private @Nullable Instant seenAt;

    private @Nullable Boolean audible;

    private @Nullable Instant declinedAt;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected Alert() {
    }

    public Alert(UUID callId, String username, Instant sentAt) {
        this.callId = callId;
        this.username = username;
        this.sentAt = sentAt;
    }

    /** Records that the screen shows it; says whether that was news. */
    public boolean seen(boolean canBeHeard, Instant now) {
        boolean news = this.seenAt == null;
        if (news) {
            this.seenAt = now;
        }
        this.audible = canBeHeard;
        return news;
    }

    public void declined(@Nullable String why, Instant now) {
        this.declinedAt = now;
        this.reason = why;
    }

    /** One guide is alerted to a call once. */
    public record Key(UUID callId, String username) implements Serializable {
    }

}
