package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import lombok.AccessLevel;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** The two parties of a call, its desk and its guide, and until when to wait for them. */
@Embeddable
@Getter
public class Parties {

    private String desk;

    /** Who answers it, or did until the connection was lost; null before. */
    private @Nullable String guide;

    private @Nullable String guideName;

    @Getter(AccessLevel.NONE)
    private @Nullable String formerGuides;

    /** Until when to wait for the guide; null while the guide is connected. */
    private @Nullable Instant guideGoneAt;

    /** The same of the desk. */
    private @Nullable Instant deskGoneAt;

    /** No longer concerned since this change, and yet to be told of it. */
    @Transient
    @Getter(AccessLevel.NONE)
    private final Set<String> departed = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Parties() {
    }

    Parties(String desk) {
        this.desk = desk;
    }

    void accepted(String username, String name) {
        if (this.guide != null && !this.guide.equals(username)) {
            this.departed.add(this.guide);
            this.formerGuides = DelimitedSet.with(this.formerGuides, this.guide);
        }
        this.departed.remove(username);
        this.guide = username;
        this.guideName = name;
        this.guideGoneAt = null;
        // Whoever accepts gives a desk that is away its whole time again.
        this.deskGoneAt = null;
    }

    void stopWaitingForGuide() {
        this.guideGoneAt = null;
    }

    boolean updateGuidePresence(boolean connected, Instant until) {
        boolean news = connected == (this.guideGoneAt != null);
        if (news) {
            this.guideGoneAt = connected ? null : until;
        }
        return news;
    }

    boolean updateDeskPresence(boolean connected, Instant until) {
        boolean news = connected == (this.deskGoneAt != null);
        if (news) {
            this.deskGoneAt = connected ? null : until;
        }
        return news;
    }

    boolean renameGuide(String name) {
        boolean news = !name.equals(this.guideName);
        this.guideName = name;
        return news;
    }

    /** The system clock was set. */
    void move(Duration by) {
        this.guideGoneAt = CallTimes.moved(this.guideGoneAt, by);
        this.deskGoneAt = CallTimes.moved(this.deskGoneAt, by);
    }

    void departed(String username) {
        this.departed.add(username);
    }

    /** Those to be told of this change although it no longer concerns them; once. */
    Set<String> drainDeparted() {
        Set<String> gone = Set.copyOf(this.departed);
        this.departed.clear();
        return gone;
    }

    /** Who answered it before it was transferred or lost, in that order. */
    Set<String> getFormerGuides() {
        return DelimitedSet.of(this.formerGuides);
    }

    boolean include(Caller caller) {
        return isDesk(caller) || isGuide(caller);
    }

    public boolean isDesk(Caller caller) {
        return caller.is(Role.DESK) && this.desk.equals(caller.deskCode());
    }

    public boolean isGuide(Caller caller) {
        return caller.is(Role.GUIDE) && caller.username().equals(this.guide);
    }

}
