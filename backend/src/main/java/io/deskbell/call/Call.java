package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import lombok.Getter;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One press of the call button, from ringing to its end. It refuses what its state does
 * not allow; only becoming ACTIVE is decided elsewhere, by one conditional write
 * ({@link Calls#claim}).
 */
@Entity
@Table(name = "calls")
@Getter
public class Call {

    /** How long after its end a call may be rated (contract, section 3). */
    static final Duration RATING_TIME = Duration.ofMinutes(10);

    @Id
    private UUID id;

    /** Given by the database, in the order of ringing. */
    @Generated
    @Column(insertable = false, updatable = false)
    private long number;

    private String desk;

    private String region;

    private @Nullable String openDesk;

    private String requestId;

    private String language;

    @Enumerated(EnumType.STRING)
    private CallState state;

    private @Nullable String guide;

    private @Nullable String guideName;

    private Instant ringAt;

    private @Nullable Instant acceptedAt;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    private @Nullable Integer stars;

    private @Nullable String comment;

    private int onDuty;

    private int alertsSent;

    private int alertsSeen;

    @Version
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected Call() {
    }

    @SuppressWarnings("NullAway.Init")
    Call(UUID id, String desk, String region, String requestId, String language, Instant now) {
        this.id = id;
        this.desk = desk;
        this.region = region;
        this.openDesk = desk;
        this.requestId = requestId;
        this.language = language;
        this.state = CallState.RINGING;
        this.ringAt = now;
    }

    /** Keeps how many guides were on duty at the press, all of whom were alerted. */
    void alerted(int guides) {
        this.onDuty = guides;
        this.alertsSent = guides;
    }

    /** Keeps how many were alerted and have seen it; says whether that was news. */
    boolean counted(int sent, int seen) {
        boolean news = sent != this.alertsSent || seen != this.alertsSeen;
        this.alertsSent = sent;
        this.alertsSeen = seen;
        return news;
    }

    void cancel(Instant now) {
        require(CallState.RINGING);
        over(CallState.CANCELLED, EndReason.DESK_CANCELLED, now);
    }

    void miss(Instant now) {
        require(CallState.RINGING);
        over(CallState.MISSED, EndReason.NOBODY_ANSWERED, now);
    }

    void end(Caller by, Instant now) {
        require(CallState.ACTIVE);
        over(CallState.ENDED, by.is(Role.DESK) ? EndReason.DESK_ENDED : EndReason.GUIDE_ENDED, now);
    }

    /**
     * Rates it, once and not long after its end; the same rating again changes nothing.
     */
    void rate(int given, @Nullable String said, Instant now) {
        if (this.state != CallState.ENDED || this.endedAt == null) {
            throw new Refusal(ProblemCode.WRONG_STATE, "Only a call that was answered and has ended can be rated.");
        }
        if (this.stars != null || now.isAfter(this.endedAt.plus(RATING_TIME))) {
            throw new Refusal(ProblemCode.CALL_OVER, "This call was rated already, or it is too late to rate it.");
        }
        this.stars = given;
        this.comment = said;
    }

    /** Why a guide cannot have this call. */
    Refusal notToBeHad() {
        if (this.state == CallState.ACTIVE) {
            return new Refusal(ProblemCode.CALL_TAKEN, this.guideName + " has taken this call.");
        }
        return over();
    }

    boolean isTalkOf(Caller caller) {
        return isDesk(caller) || isGuide(caller);
    }

    boolean isDesk(Caller caller) {
        return caller.is(Role.DESK) && this.desk.equals(caller.deskCode());
    }

    boolean isGuide(Caller caller) {
        return caller.is(Role.GUIDE) && caller.username().equals(this.guide);
    }

    boolean isOver() {
        return this.state.isOver();
    }

    private void require(CallState needed) {
        if (isOver()) {
            throw over();
        }
        if (this.state != needed) {
            throw new Refusal(ProblemCode.WRONG_STATE, (this.state == CallState.RINGING)
                    ? "Nobody has answered this call yet." : "This call was answered already.");
        }
    }

    private void over(CallState end, EndReason reason, Instant now) {
        this.state = end;
        this.endReason = reason;
        this.endedAt = now;
        this.openDesk = null;
    }

    private static Refusal over() {
        return new Refusal(ProblemCode.CALL_OVER, "This call is over.");
    }

}
