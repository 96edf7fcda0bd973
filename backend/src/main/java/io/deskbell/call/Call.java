package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One press of the call button, from ringing to its end: RINGING → ACTIVE → ENDED, or
 * CANCELLED or MISSED. It refuses what its state does not allow and knows what comes over
 * it by itself, and when. Whoever changes it holds the lock of its row, so that of any
 * number of guides who accept at once one wins.
 */
@Entity
@Table(name = "calls")
@Getter
public class Call {

    /** How long after its end a call may be rated (contract, section 3). */
    public static final Duration RATING_TIME = Duration.ofMinutes(10);

    /** More texts of one visitor say nothing new. */
    static final int MOST_TEXTS = 5;

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

    @Getter(AccessLevel.NONE)
    private @Nullable String formerGuides;

    private Instant ringAt;

    private @Nullable Instant acceptedAt;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    @Embedded
    private @Nullable Rating rating;

    private int onDuty;

    private int alertsSent;

    private int alertsSeen;

    /** When the region opens, where it was closed at the press. */
    private @Nullable Instant opensAt;

    /** Null where it does not ring. */
    @Embedded
    private @Nullable Ring ring;

    /** Where it rings besides its own region. */
    @Getter(AccessLevel.NONE)
    private @Nullable String alsoRegions;

    /** Who has declined it since it asks for somebody. */
    @Getter(AccessLevel.NONE)
    private @Nullable String declinedBy;

    /** When its visitor last left a text. */
    private @Nullable Instant leftAt;

    private int textsLeft;

    private @Nullable Instant guideGoneAt;

    private @Nullable Instant deskGoneAt;

    /** Null unless its guide transfers it. */
    @Embedded
    private @Nullable PendingTransfer pendingTransfer;

    private @Nullable Instant dueAt;

    @Version
    private Long version;

    /** Whose it was until this change, and who has to hear of it all the same. */
    @Transient
    @Getter(AccessLevel.NONE)
    private final Set<String> departed = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Call() {
    }

    @SuppressWarnings("NullAway.Init")
    public Call(UUID id, String desk, String region, String requestId, String language, Instant now) {
        this.id = id;
        this.desk = desk;
        this.region = region;
        this.openDesk = desk;
        this.requestId = requestId;
        this.language = language;
        this.state = CallState.RINGING;
        this.ringAt = now;
        this.ring = Ring.from(now);
    }

    /** Keeps how many guides were on duty at the press, all of whom were alerted. */
    void alerted(int guides, @Nullable Instant opening) {
        this.onDuty = guides;
        this.alertsSent = guides;
        this.opensAt = opening;
    }

    /** Keeps how many were alerted and have seen it; says whether that was news. */
    public boolean updateAlertCounts(int sent, int seen) {
        boolean news = sent != this.alertsSent || seen != this.alertsSeen;
        this.alertsSent = sent;
        this.alertsSeen = seen;
        return news;
    }

    /** A guide takes it: one that rings, or one that is transferred to this guide. */
    public void accept(String username, String name, Instant now) {
        if (this.state != CallState.RINGING && this.pendingTransfer == null) {
            throw refusalToAccept();
        }
        if (this.guide != null && !this.guide.equals(username)) {
            this.departed.add(this.guide);
            this.formerGuides = DelimitedSet.with(this.formerGuides, this.guide);
        }
        endTransfer();
        this.departed.remove(username);
        this.state = CallState.ACTIVE;
        this.guide = username;
        this.guideName = name;
        this.acceptedAt = (this.acceptedAt != null) ? this.acceptedAt : noEarlierThanStart(now);
        this.guideGoneAt = null;
        // Who answers a desk that is away gives it the whole time to come back.
        this.deskGoneAt = null;
        this.ring = null;
    }

    /** This guide does not want it; asked anew, it will ask this guide again. */
    void declined(String username) {
        this.declinedBy = DelimitedSet.with(this.declinedBy, username);
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

    /** Its desk was switched off, moved or unpaired: nobody is there any more. */
    public void deskClosed(Instant now) {
        over((this.guide != null) ? CallState.ENDED : CallState.CANCELLED, EndReason.DESK_CLOSED, now);
    }

    /** The desk did not come back to the talk, which may ring again meanwhile. */
    public void deskGone(Instant now) {
        require((this.guide != null) ? this.state : CallState.ACTIVE);
        over(CallState.ENDED, EndReason.DESK_GONE, now);
    }

    /** The guide did not come back: it rings again, with all that was said. */
    public void ringAgain(Instant now) {
        require(CallState.ACTIVE);
        this.state = CallState.RINGING;
        endTransfer();
        this.ring = Ring.from(now);
        this.guideGoneAt = null;
    }

    public void reminded(Instant now) {
        this.ring = ringing().reminded(now);
    }

    /** Rings in one region more, or finds that there is none. */
    public void widened(@Nullable String more, Instant now) {
        this.ring = ringing().widened(now);
        if (more != null) {
            this.alsoRegions = DelimitedSet.with(this.alsoRegions, more);
        }
    }

    public void adminsTold(Instant now) {
        this.ring = ringing().adminsTold(now);
    }

    /** Its guide transfers it; until somebody takes it, it stays with its guide. */
    public void transfer(TransferTarget to, Instant now, Instant until) {
        require(CallState.ACTIVE);
        if (this.pendingTransfer != null) {
            throw new Refusal(ProblemCode.WRONG_STATE, "This call is being transferred already. Take it back first.");
        }
        this.pendingTransfer = new PendingTransfer(to, now, until);
        this.declinedBy = null;
        if (to.region() != null && !to.region().equals(this.region)) {
            this.alsoRegions = DelimitedSet.with(this.alsoRegions, to.region());
        }
    }

    /** Nobody takes it, or its guide takes it back. */
    void endTransfer() {
        TransferTarget to = getTransfer();
        if (to != null && to.username() != null) {
            this.departed.add(to.username());
        }
        this.pendingTransfer = null;
        this.declinedBy = null;
    }

    /**
     * Whether its guide is there, and until when it may stay away; whether that was news.
     */
    public boolean updateGuidePresence(boolean there, Instant until) {
        boolean news = this.state == CallState.ACTIVE && there == (this.guideGoneAt != null);
        if (news) {
            this.guideGoneAt = there ? null : until;
        }
        return news;
    }

    /** Its guide may have another name by now; says whether that was news. */
    public boolean renameGuide(String name) {
        boolean news = !isOver() && !name.equals(this.guideName);
        if (news) {
            this.guideName = name;
        }
        return news;
    }

    /** The same of its desk. */
    public boolean updateDeskPresence(boolean there, Instant until) {
        boolean news = !isOver() && there == (this.deskGoneAt != null);
        if (news) {
            this.deskGoneAt = there ? null : until;
        }
        return news;
    }

    /**
     * Keeps that its visitor left a text where nobody answered or could have.
     * @param another not one that was left before
     */
    void textLeft(boolean another, Instant now) {
        if (another && this.textsLeft >= MOST_TEXTS) {
            throw new Refusal(ProblemCode.RATE_LIMITED, "So many texts were left for this call already.");
        }
        this.leftAt = now;
        this.textsLeft += another ? 1 : 0;
    }

    /**
     * Rates it, once and not long after its end; the same rating again changes nothing.
     */
    void rate(Rating given, Instant now) {
        if (this.state != CallState.ENDED || this.endedAt == null) {
            throw new Refusal(ProblemCode.WRONG_STATE, "Only a call that was answered and has ended can be rated.");
        }
        if (given.equals(this.rating)) {
            return;
        }
        // One whose end lies ahead had ended long before the clock was put back.
        boolean late = Duration.between(this.endedAt, now).abs().compareTo(RATING_TIME) > 0;
        if (this.rating != null || late) {
            throw new Refusal(ProblemCode.CALL_OVER, "This call was rated already, or it is too late to rate it.");
        }
        this.rating = given;
    }

    /** What will come over it by itself, the earliest first. */
    public List<CallTimer> timers(RoutingSettings times) {
        Stream<CallTimer> ringing = (this.ring != null) ? this.ring.timers(times) : Stream.empty();
        // Ringing again, it is still the talk of a desk that may be gone.
        Stream<CallTimer> talking = (this.guide == null || isOver()) ? Stream.empty() : Stream
            .of(CallTimer.of(TimerKind.RETURNED, (this.pendingTransfer != null) ? this.pendingTransfer.dueAt() : null),
                    CallTimer.of(TimerKind.GUIDE_GONE, this.guideGoneAt),
                    CallTimer.of(TimerKind.DESK_GONE, this.deskGoneAt))
            .flatMap((timers) -> timers);
        return Stream.concat(ringing, talking).sorted(Comparator.comparing(CallTimer::at)).toList();
    }

    /** The first of what is due by now. */
    public Optional<TimerKind> due(Instant now, RoutingSettings times) {
        return timers(times).stream().findFirst().filter((timer) -> !timer.at().isAfter(now)).map(CallTimer::what);
    }

    /**
     * Counts this as done, with nothing of what belongs to it, since that can't be done.
     */
    public void passOver(TimerKind due, Instant now) {
        switch (due) {
            case REMINDER -> reminded(now);
            case FALLBACK -> widened(null, now);
            case ADMINS -> adminsTold(now);
            case MISSED -> miss(now);
            case RETURNED -> endTransfer();
            case GUIDE_GONE -> ringAgain(now);
            case DESK_GONE -> deskGone(now);
        }
    }

    /** Has it found when the next thing is due. */
    public void rearm(RoutingSettings times) {
        this.dueAt = timers(times).stream().findFirst().map(CallTimer::at).orElse(null);
    }

    /**
     * The clock was put forward or back: all that has happened is as long ago as before,
     * and what will come as far away.
     */
    public void move(Duration by) {
        this.ringAt = this.ringAt.plus(by);
        this.acceptedAt = moved(this.acceptedAt, by);
        this.endedAt = moved(this.endedAt, by);
        this.leftAt = moved(this.leftAt, by);
        this.guideGoneAt = moved(this.guideGoneAt, by);
        this.deskGoneAt = moved(this.deskGoneAt, by);
        this.ring = (this.ring != null) ? this.ring.moved(by) : null;
        this.pendingTransfer = (this.pendingTransfer != null) ? this.pendingTransfer.moved(by) : null;
    }

    /** Why a guide cannot have this call. */
    Refusal refusalToAccept() {
        if (this.state == CallState.ACTIVE) {
            return new Refusal(ProblemCode.CALL_TAKEN, this.guideName + " has taken this call.");
        }
        return isOver() ? over() : new Refusal(ProblemCode.FORBIDDEN, "This call rings in other regions.");
    }

    /**
     * Whether this guide, who serves these regions, may take it now: also the one whose
     * it was until the connection was lost.
     */
    boolean canBeAcceptedBy(String username, Set<String> regions) {
        TransferTarget to = getTransfer();
        boolean transferred = to != null && !username.equals(this.guide) && to.isTo(username, regions);
        boolean near = username.equals(this.guide) || getRegions().stream().anyMatch(regions::contains);
        return transferred || (this.state == CallState.RINGING && near);
    }

    /** To whom it is transferred; null for nobody. */
    public @Nullable TransferTarget getTransfer() {
        return (this.pendingTransfer != null) ? this.pendingTransfer.to() : null;
    }

    /** Since when it rings or is transferred; null where it asks nobody. */
    @Nullable Instant getAskingSince() {
        if (this.ring != null) {
            return this.ring.since();
        }
        return (this.pendingTransfer != null) ? this.pendingTransfer.since() : null;
    }

    /** Since when it asks for somebody; the press where it asks nobody now. */
    public Instant asksSince() {
        return Objects.requireNonNullElse(getAskingSince(), this.ringAt);
    }

    /** Where it rings or rang, its own region first. */
    public Set<String> getRegions() {
        Set<String> regions = new LinkedHashSet<>(Set.of(this.region));
        regions.addAll(DelimitedSet.of(this.alsoRegions));
        return regions;
    }

    /** Who has declined it since it asks for somebody. */
    public Set<String> getDeclinedBy() {
        return DelimitedSet.of(this.declinedBy);
    }

    /** Whose it was before, in the order in which they had it. */
    Set<String> getFormerGuides() {
        return DelimitedSet.of(this.formerGuides);
    }

    /** Who has to hear of this change although it is theirs no longer; asked once. */
    Set<String> drainDeparted() {
        Set<String> gone = Set.copyOf(this.departed);
        this.departed.clear();
        return gone;
    }

    /** Whether this guide, who serves these regions, may know that it exists. */
    boolean isKnownTo(Caller caller, Set<String> regions) {
        TransferTarget to = getTransfer();
        return isParticipant(caller) || getRegions().stream().anyMatch(regions::contains)
                || getFormerGuides().contains(caller.username())
                || (to != null && caller.is(Role.GUIDE) && to.isTo(caller.username(), regions));
    }

    boolean isParticipant(Caller caller) {
        return isDesk(caller) || isGuide(caller);
    }

    boolean isDesk(Caller caller) {
        return caller.is(Role.DESK) && this.desk.equals(caller.deskCode());
    }

    boolean isGuide(Caller caller) {
        return caller.is(Role.GUIDE) && caller.username().equals(this.guide);
    }

    public boolean isOver() {
        return this.state.isOver();
    }

    private Ring ringing() {
        require(CallState.RINGING);
        return Objects.requireNonNull(this.ring);
    }

    private void require(CallState needed) {
        if (isOver()) {
            throw over();
        }
        if (this.state != needed) {
            throw new Refusal(ProblemCode.WRONG_STATE, (this.state == CallState.RINGING)
                    ? "Nobody is talking in this call now." : "This call was answered already.");
        }
    }

    private void over(CallState end, EndReason reason, Instant now) {
        this.state = end;
        this.endReason = reason;
        this.endedAt = noEarlierThanStart(now);
        this.openDesk = null;
        this.guideGoneAt = null;
        this.ring = null;
        endTransfer();
    }

    /** A clock that is put back a little must not make a time less than nothing. */
    private Instant noEarlierThanStart(Instant now) {
        Instant began = (this.acceptedAt != null) ? this.acceptedAt : this.ringAt;
        return now.isBefore(began) ? began : now;
    }

    static @Nullable Instant moved(@Nullable Instant at, Duration by) {
        return (at != null) ? at.plus(by) : null;
    }

    private static Refusal over() {
        return new Refusal(ProblemCode.CALL_OVER, "This call is over.");
    }

}
