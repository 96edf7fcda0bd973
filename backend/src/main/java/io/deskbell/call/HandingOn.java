package io.deskbell.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.deskbell.account.Account;
import io.deskbell.account.People;
import io.deskbell.note.Inbox;
import io.deskbell.note.NewNote;
import io.deskbell.note.NoteView;
import io.deskbell.region.Directory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A guide hands a call on to another guide or to a region. Until somebody takes it, it
 * stays with its guide; where nobody does, its guide hears of that.
 */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional
public class HandingOn {

    private final CallBook book;

    private final CallEvents events;

    private final Alerting alerting;

    private final OnDuty onDuty;

    private final People people;

    private final Directory directory;

    private final Inbox inbox;

    private final Announcer announcer;

    private final CallCounts counts;

    private final RoutingSettings settings;

    private final Clock clock;

    /**
     * Hands it on.
     * @throws Refusal {@code NOT_FOUND}, {@code FORBIDDEN}, {@code WRONG_STATE},
     * {@code CALL_OVER}, or {@code INVALID_REQUEST} where nobody else is named
     */
    public void transfer(Caller guide, String id, Transfer to) {
        Call call = this.book.locked(id, (found) -> this.book.isVisible(found, guide));
        if (!call.isGuide(guide)) {
            throw new Refusal(ProblemCode.FORBIDDEN, "Only the guide whose call it is can hand it on.");
        }
        check(guide, to);
        Instant now = this.clock.instant();
        call.transfer(to, now, now.plus(this.settings.missedAfter()));
        this.events.handedOn(call, to, now);
        List<String> asked = (to.region() != null) ? this.onDuty.of(to.region()) : List.of(to.nameOrCode());
        this.alerting.alert(call, asked.stream().filter((other) -> !other.equals(guide.username())).toList());
        this.announcer.changed(call);
        this.inbox.put(NewNote.handingOn(asCalledNow(guide), new NoteView.To(to.username(), to.region()), call.getId(),
                this.alerting.desk(call), to.reason()));
        this.counts.count("transferred");
        log.info("Call {} is handed on", call.getId());
    }

    /**
     * Its guide wants it back.
     * @throws Refusal {@code WRONG_STATE} where it is not handed on
     */
    void takeBack(Call call, Caller guide) {
        if (call.getTransfer() == null) {
            throw new Refusal(ProblemCode.WRONG_STATE, "This call is yours. Hand it on or end it.");
        }
        call.transferReturned();
        this.events.add(call, CallEventKind.TRANSFER_TAKEN_BACK, guide.username(), this.clock.instant());
        this.announcer.changed(call);
    }

    /** One of those to whom it is handed does not want it. */
    void declined(Call call) {
        Transfer to = call.getTransfer();
        if (to != null && (to.region() == null || !this.alerting.reachesSomebody(call, to.region()))) {
            comesBack(call);
        }
    }

    /** Nobody took it. */
    void comesBack(Call call) {
        call.transferReturned();
        this.events.add(call, CallEventKind.TRANSFER_RETURNED, this.clock.instant());
        this.announcer.changed(call);
        String guide = call.getGuide();
        if (guide != null) {
            this.inbox.put(NewNote.cameBack(guide, call.getId(), this.alerting.desk(call)));
        }
        this.counts.count("returned");
    }

    private void check(Caller guide, Transfer to) {
        if ((to.username() == null) == (to.region() == null)) {
            throw Refusal.invalid("to", "needs either a username or a region");
        }
        if (to.region() != null && this.directory.region(to.region()).isEmpty()) {
            throw Refusal.invalid("to.region", "no region has this code");
        }
        if (to.username() != null && (to.username().equals(guide.username()) || !isGuide(to.username()))) {
            throw Refusal.invalid("to.username", "no other guide has this username");
        }
    }

    /** A connection outlives a change of name. */
    private Caller asCalledNow(Caller guide) {
        return this.people.enabled(guide.username())
            .map((account) -> Caller.person(guide.username(), account.getDisplayName(), guide.role()))
            .orElse(guide);
    }

    private boolean isGuide(String username) {
        return this.people.enabled(username).map(Account::getRole).filter(Role.GUIDE::equals).isPresent();
    }

}
