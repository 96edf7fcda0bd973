package io.deskbell.call.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.deskbell.account.Account;
import io.deskbell.account.UserDirectory;
import io.deskbell.call.Call;
import io.deskbell.call.CallBroadcaster;
import io.deskbell.call.CallMetrics;
import io.deskbell.call.RoutingSettings;
import io.deskbell.call.alert.GuideAlerter;
import io.deskbell.call.record.CallEventKind;
import io.deskbell.call.record.CallEvents;
import io.deskbell.call.view.CallQueries;
import io.deskbell.note.NewNote;
import io.deskbell.note.NoteSender;
import io.deskbell.note.NoteView;
import io.deskbell.presence.AvailableGuides;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transfers a call to another guide or to a region. Until somebody accepts, it stays with
 * its guide; if nobody does, it returns, and its guide gets a note.
 */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional
public class TransferService {

    private final CallQueries calls;

    private final CallEvents events;

    private final GuideAlerter alerter;

    private final AvailableGuides availableGuides;

    private final UserDirectory users;

    private final RegionDirectory directory;

    private final NoteSender noteSender;

    private final CallBroadcaster broadcaster;

    private final CallMetrics counts;

    private final RoutingSettings settings;

    private final Clock clock;

    /**
     * Offers a call to another guide or a region.
     * @throws Refusal {@code NOT_FOUND}, {@code FORBIDDEN}, {@code WRONG_STATE},
     * {@code CALL_OVER}, or {@code INVALID_REQUEST} where nobody else is named
     */
    public void transfer(Caller guide, String id, TransferTarget to) {
        Call call = this.calls.locked(id, (found) -> this.calls.isVisible(found, guide));
        if (!call.getParties().isGuide(guide)) {
            throw new Refusal(ProblemCode.FORBIDDEN, "Only the guide whose call it is can transfer it.");
        }
        check(guide, to);
        Instant now = this.clock.instant();
        call.transfer(to, now, now.plus(this.settings.missedAfter()));
        this.events.transferred(call, to, now);
        List<String> asked = (to.region() != null) ? this.availableGuides.of(to.region()) : List.of(to.nameOrCode());
        this.alerter.alert(call, asked.stream().filter((other) -> !other.equals(guide.username())).toList());
        this.broadcaster.changed(call);
        this.noteSender.put(NewNote.transfer(withCurrentName(guide), new NoteView.To(to.username(), to.region()),
                call.getId(), this.alerter.desk(call), to.reason()));
        this.counts.count("transferred");
        log.info("Call {} is being transferred", call.getId());
    }

    /**
     * Its guide cancels the transfer.
     * @throws Refusal {@code WRONG_STATE} where it is not being transferred
     */
    public void takeBack(Call call, Caller guide) {
        if (call.getTransfer() == null) {
            throw new Refusal(ProblemCode.WRONG_STATE, "This call is yours. Transfer it or end it.");
        }
        call.endTransfer();
        this.events.add(call, CallEventKind.TRANSFER_TAKEN_BACK, guide.username(), this.clock.instant());
        this.broadcaster.changed(call);
    }

    /** One of those asked has declined. */
    public void declined(Call call) {
        TransferTarget to = call.getTransfer();
        if (to != null && (to.region() == null || !this.alerter.canBeAnswered(call, to.region()))) {
            returnToGuide(call);
        }
    }

    /** Nobody accepted the transfer. */
    public void returnToGuide(Call call) {
        call.endTransfer();
        this.events.add(call, CallEventKind.TRANSFER_RETURNED, this.clock.instant());
        this.broadcaster.changed(call);
        String guide = call.getGuide();
        if (guide != null) {
            this.noteSender.put(NewNote.cameBack(guide, call.getId(), this.alerter.desk(call)));
        }
        this.counts.count("returned");
    }

    private void check(Caller guide, TransferTarget to) {
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

    /** With the current name: a connection outlives a change of name. */
    private Caller withCurrentName(Caller guide) {
        return this.users.enabled(guide.username())
            .map((account) -> Caller.person(guide.username(), account.getDisplayName(), guide.role()))
            .orElse(guide);
    }

    private boolean isGuide(String username) {
        return this.users.enabled(username).map(Account::getRole).filter(Role.GUIDE::equals).isPresent();
    }

}
