package io.deskbell.call;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.deskbell.call.alert.CallNoteResolver;
import io.deskbell.call.transfer.TransferTarget;
import io.deskbell.call.view.CallParticipantsCache;
import io.deskbell.call.view.CallView;
import io.deskbell.call.view.CallViews;
import io.deskbell.realtime.AfterPendingMessages;
import io.deskbell.realtime.PersonalQueue;
import io.deskbell.realtime.Publisher;
import io.deskbell.realtime.RegionSubscribed;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Broadcasts each change of a call to its regions, its desk and its guide. */
@Component
@RequiredArgsConstructor
public class CallBroadcaster {

    private final Calls calls;

    private final CallParticipantsCache participantsCache;

    private final CallViews views;

    private final Publisher publisher;

    private final AfterPendingMessages afterPending;

    private final CallNoteResolver noteResolver;

    private final RoutingSettings settings;

    private final ApplicationEventPublisher events;

    /**
     * Flushes a change, so that the version has grown, and broadcasts it after the
     * commit.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CallView changed(Call call) {
        call.rearm(this.settings);
        this.calls.flush();
        this.noteResolver.settle(call);
        CallView view = this.views.of(call);
        Set<String> concerned = concernedBy(call);
        this.publisher.afterCommit(() -> this.participantsCache.forget(view.id()));
        boolean conversationEnds = call.isOver() && call.getGuide() != null;
        if (conversationEnds || !call.getParties().getFormerGuides().isEmpty()) {
            this.publisher.afterCommit(() -> this.afterPending.then(() -> send(view, concerned)));
        }
        else {
            send(view, concerned);
        }
        if (call.isOver()) {
            this.events.publishEvent(new CallOver(view.id(), call.getNumber()));
        }
        return view;
    }

    /** The guides concerned, besides the regions and the desk. */
    private static Set<String> concernedBy(Call call) {
        Set<String> concerned = new LinkedHashSet<>();
        TransferTarget target = call.getTransfer();
        Stream.of(call.getGuide(), (target != null) ? target.username() : null)
            .filter(Objects::nonNull)
            .forEach(concerned::add);
        concerned.addAll(call.getParties().drainDeparted());
        return concerned;
    }

    private void send(CallView call, Set<String> concerned) {
        RegionCall event = new RegionCall(call);
        call.ringsIn().forEach((region) -> this.publisher.toRegion(region.code(), event));
        this.publisher.toUser(Caller.usernameOfDesk(call.desk().code()), PersonalQueue.CALLS, call.forDesk());
        this.publisher.toUsers(concerned, PersonalQueue.CALLS, call);
    }

    /** Sends the call again to one who may have missed it. */
    void resend(Call call, Caller caller) {
        this.publisher.toUser(caller.username(), PersonalQueue.CALLS, this.views.of(call, caller));
    }

    /**
     * Whoever subscribes to a region gets what rings there (docs/protocol.md, SUBSCRIBE).
     */
    @EventListener
    @Transactional(readOnly = true)
    public void on(RegionSubscribed follower) {
        Stream
            .concat(this.calls.findRingingIn(follower.region()).stream(),
                    this.calls.findAsking(follower.user().getName()).stream())
            .distinct()
            .forEach((call) -> this.publisher.toFollower(follower, new RegionCall(this.views.of(call))));
    }

    /** The region's topic: a call changed. */
    record RegionCall(String type, CallView call) {

        RegionCall(CallView call) {
            this("CALL", call);
        }

    }

}
