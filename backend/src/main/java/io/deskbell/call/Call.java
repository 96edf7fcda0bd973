package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.deskbell.call.transfer.PendingTransfer;
import io.deskbell.call.transfer.TransferTarget;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
 * One press of the call button, from ringing to its end: RINGING → ACTIVE → ENDED, or
 * CANCELLED or MISSED. It refuses every move that its state does not allow. Whoever
 * changes it holds the lock of its row, so that of any number of guides who accept at
 * once one wins.
 */
@Entity
@Table(name = "calls")
@Getter
public class Call {

    @Id
    private UUID id;

    /** Given by the database, in the order of ringing. */
    @Generated
    @Column(insertable = false, updatable = false)
    private long number;

    @Embedded
    private Parties parties;

    /** Null once it is over; unique, so that a desk has one open call at most. */
    private @Nullable String openDesk;

    @Embedded
    private Press press;

    @Enumerated(EnumType.STRING)
    private CallState state;

    @Embedded
    private CallTimes times;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    @Embedded
    private Ringing ringing;

    @Embedded
    private AlertCounts alertCounts;

    /** Null unless its guide is transferring it. */
    @Embedded
    private @Nullable PendingTransfer pendingTransfer;

    @Embedded
    private Feedback feedback;

    /** When the first of its timers is due. */
    private @Nullable Instant dueAt;

    @Version
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected Call() {
    }

    @SuppressWarnings("NullAway.Init")
    public Call(UUID id, String desk, String region, Press press, Instant now) {
        this.id = id;
        this.parties = new Parties(desk);
        this.openDesk = desk;
        this.press = press;
        this.state = CallState.RINGING;
        this.times = new CallTimes(now, null, null);
        this.ringing = new Ringing(region, now);
        this.alertCounts = new AlertCounts(press.onDuty(), 0);
        this.feedback = new Feedback();
    }

    /** Says whether that was news. */
    public boolean updateAlertCounts(int sent, int seen) {
        AlertCounts before = this.alertCounts;
        this.alertCounts = new AlertCounts(sent, seen);
        return !this.alertCounts.equals(before);
    }

    /** A guide takes it, while it rings or is being transferred to this guide. */
    public void accept(String username, String name, Instant now) {
        if (this.state != CallState.RINGING && this.pendingTransfer == null) {
            throw CallAccess.refusalToAccept(this);
        }
        endTransfer();
        this.parties.accepted(username, name);
        this.state = CallState.ACTIVE;
        this.times = this.times.accepted(now);
        this.ringing.stop();
    }

    void cancel(Instant now) {
        this.state.require(CallState.RINGING);
        end(CallState.CANCELLED, EndReason.DESK_CANCELLED, now);
    }

    void miss(Instant now) {
        this.state.require(CallState.RINGING);
        end(CallState.MISSED, EndReason.NOBODY_ANSWERED, now);
    }

    void end(Caller by, Instant now) {
        this.state.require(CallState.ACTIVE);
        end(CallState.ENDED, by.is(Role.DESK) ? EndReason.DESK_ENDED : EndReason.GUIDE_ENDED, now);
    }

    /** Its desk was switched off, moved or unpaired. */
    public void deskClosed(Instant now) {
        end((getGuide() != null) ? CallState.ENDED : CallState.CANCELLED, EndReason.DESK_CLOSED, now);
    }

    /** The desk did not reconnect in time; meanwhile the call may be ringing again. */
    public void deskGone(Instant now) {
        this.state.require((getGuide() != null) ? this.state : CallState.ACTIVE);
        end(CallState.ENDED, EndReason.DESK_GONE, now);
    }

    /** The guide did not reconnect in time: it rings again, with its messages. */
    public void ringAgain(Instant now) {
        this.state.require(CallState.ACTIVE);
        this.state = CallState.RINGING;
        endTransfer();
        this.ringing.start(now);
        this.parties.stopWaitingForGuide();
    }

    /** What escalates, refused unless it rings. */
    public Ringing stillRinging() {
        this.state.require(CallState.RINGING);
        return this.ringing;
    }

    /** Offers it to somebody else; until they accept, it stays with its guide. */
    public void transfer(TransferTarget to, Instant now, Instant until) {
        this.state.require(CallState.ACTIVE);
        if (this.pendingTransfer != null) {
            throw new Refusal(ProblemCode.WRONG_STATE, "This call is being transferred already. Take it back first.");
        }
        this.pendingTransfer = new PendingTransfer(to, now, until);
        this.ringing.askAnew(to.region());
    }

    /** Nobody accepted the transfer, or its guide took it back. */
    public void endTransfer() {
        TransferTarget to = getTransfer();
        if (to != null && to.username() != null) {
            this.parties.departed(to.username());
        }
        this.pendingTransfer = null;
        this.ringing.askAnew(null);
    }

    /** Records that its guide came or went; says whether that was news. */
    public boolean updateGuidePresence(boolean connected, Instant until) {
        return this.state == CallState.ACTIVE && this.parties.updateGuidePresence(connected, until);
    }

    public boolean updateDeskPresence(boolean connected, Instant until) {
        return !isOver() && this.parties.updateDeskPresence(connected, until);
    }

    /** Says whether the guide has another name than before. */
    public boolean renameGuide(String name) {
        return !isOver() && this.parties.renameGuide(name);
    }

    void rate(Rating rating, Instant now) {
        if (this.state != CallState.ENDED || this.times.endedAt() == null) {
            throw new Refusal(ProblemCode.WRONG_STATE, "Only a call that was answered and has ended can be rated.");
        }
        this.feedback.rate(rating, Duration.between(this.times.endedAt(), now));
    }

    /** Determines anew when its first timer is due. */
    public void rearm(RoutingSettings times) {
        this.dueAt = CallTimer.of(this, times).stream().findFirst().map(CallTimer::at).orElse(null);
    }

    /** The system clock was set: all its times keep their distance from now. */
    public void move(Duration by) {
        this.times = this.times.moved(by);
        this.parties.move(by);
        this.ringing.move(by);
        this.pendingTransfer = (this.pendingTransfer != null) ? this.pendingTransfer.moved(by) : null;
        this.feedback.move(by);
    }

    public String getDesk() {
        return this.parties.getDesk();
    }

    public @Nullable String getGuide() {
        return this.parties.getGuide();
    }

    public String getRegion() {
        return this.ringing.getRegion();
    }

    /** To whom it is being transferred; null for nobody. */
    public @Nullable TransferTarget getTransfer() {
        return (this.pendingTransfer != null) ? this.pendingTransfer.to() : null;
    }

    /** Since when it rings or is being transferred; null where neither. */
    public @Nullable Instant getRingingSince() {
        Ring ring = this.ringing.getRing();
        Instant transferred = (this.pendingTransfer != null) ? this.pendingTransfer.since() : null;
        return (ring != null) ? ring.since() : transferred;
    }

    public boolean isOver() {
        return this.state.isOver();
    }

    private void end(CallState end, EndReason reason, Instant now) {
        this.state = end;
        this.endReason = reason;
        this.times = this.times.ended(now);
        this.openDesk = null;
        this.parties.stopWaitingForGuide();
        this.ringing.stop();
        endTransfer();
    }

}
