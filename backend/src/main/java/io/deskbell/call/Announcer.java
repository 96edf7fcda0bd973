package io.deskbell.call;

import java.util.UUID;

import io.deskbell.realtime.Publisher;
import io.deskbell.realtime.Queue;
import io.deskbell.realtime.RegionFollowed;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells of each change of a call: its region, its desk and its guide. */
@Component
@RequiredArgsConstructor
class Announcer {

    private final Calls calls;

    private final Talks talks;

    private final CallViews views;

    private final Publisher publisher;

    private final SaidFirst saidFirst;

    /**
     * Writes the call's change, so that its version has grown, and tells of it after the
     * commit.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CallView changed(Call call) {
        this.calls.flush();
        CallView view = this.views.of(call);
        this.publisher.afterCommit(() -> this.talks.forget(view.id()));
        if (call.getState() == CallState.ENDED) {
            this.publisher.afterCommit(() -> this.saidFirst.then(() -> tell(view)));
        }
        else {
            tell(view);
        }
        return view;
    }

    private void tell(CallView call) {
        this.publisher.toRegion(call.region().code(), new RegionCall(call));
        this.publisher.toUser(Caller.usernameOfDesk(call.desk().code()), Queue.CALLS, call);
        if (call.guide() != null) {
            this.publisher.toUser(call.guide().username(), Queue.CALLS, call);
        }
    }

    /** Tells one side again what it may have missed. */
    void again(Call call, Caller caller) {
        this.publisher.toUser(caller.username(), Queue.CALLS, this.views.of(call));
    }

    /** Tells that somebody of an open call came or went. */
    @Transactional
    public void touched(UUID id) {
        if (this.calls.touch(id) == 1) {
            this.calls.findById(id).ifPresent(this::changed);
        }
    }

    /** Who begins to follow a region is told what rings there (contract, guarantee 5). */
    @EventListener
    @Transactional(readOnly = true)
    public void on(RegionFollowed follower) {
        this.calls.findByRegionAndStateOrderByNumber(follower.region(), CallState.RINGING)
            .forEach((call) -> this.publisher.toFollower(follower, new RegionCall(this.views.of(call))));
    }

    /** The region's topic: a call changed. */
    record RegionCall(String type, CallView call) {

        RegionCall(CallView call) {
            this("CALL", call);
        }

    }

}
