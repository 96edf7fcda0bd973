package io.deskbell.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.deskbell.account.Account;
import io.deskbell.note.Inbox;
import io.deskbell.note.NewNote;
import io.deskbell.note.NoteKind;
import io.deskbell.region.Desk;
import io.deskbell.region.Directory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Ids;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a desk does with its call: ring, cancel, end it with a rating, leave a text. */
@Slf4j
@Component
@RequiredArgsConstructor
@Transactional
public class Ringing {

    private final Calls calls;

    private final AlertedGuides alerted;

    private final CallBook book;

    private final Duty duty;

    private final Directory directory;

    private final Inbox inbox;

    private final Announcer announcer;

    private final Ids ids;

    private final Clock clock;

    private final MeterRegistry meters;

    /**
     * Rings: alerts the guides on duty and leaves a note to the region. A repeated
     * request, or one while the desk's call is not over, is answered with that call and
     * alerts nobody again.
     */
    public void ring(Caller caller, String requestId, String language) {
        Desk desk = this.directory.lockedDesk(caller.deskCode())
            .filter(Desk::isEnabled)
            .orElseThrow(() -> new Refusal(ProblemCode.FORBIDDEN, "This desk is switched off."));
        Optional<Call> earlier = this.calls.findByDeskAndRequestId(desk.getCode(), requestId)
            .or(() -> this.calls.findByOpenDesk(desk.getCode()));
        if (earlier.isPresent()) {
            this.announcer.again(earlier.get(), caller);
            return;
        }
        Instant now = this.clock.instant();
        List<String> guides = this.duty.onDuty(desk.getRegion());
        Call call = new Call(this.ids.next(), desk.getCode(), desk.getRegion(), requestId, language, now);
        call.alerted(guides.size());
        this.announcer.changed(this.calls.save(call));
        this.alerted.keep(call.getId(), guides);
        note(NoteKind.CALL, call, desk.getName());
        count("rung");
        log.info("Call {} rings in {} from {}, {} guides on duty", call.getId(), call.getRegion(), call.getDesk(),
                guides.size());
    }

    /** Takes the press back. */
    public void cancel(Caller caller, String id) {
        Call call = this.book.locked(id, (found) -> found.isDesk(caller));
        call.cancel(this.clock.instant());
        this.announcer.changed(call);
        count("cancelled");
    }

    /** Keeps what the visitor thought of the talk. */
    public void rate(Caller caller, String id, int stars, @Nullable String comment) {
        Call call = this.book.locked(id, (found) -> found.isDesk(caller));
        call.rate(stars, comment, this.clock.instant());
        this.announcer.changed(call);
    }

    /** Keeps a text for the region where nobody answered or could have. */
    public void leave(Caller caller, String id, String contents) {
        Call call = this.book.locked(id, (found) -> found.isDesk(caller));
        boolean nobodyThere = call.getState() == CallState.RINGING && this.duty.onDuty(call.getRegion()).isEmpty();
        if (call.getState() != CallState.MISSED && !nobodyThere) {
            throw new Refusal(ProblemCode.WRONG_STATE, "A text can be left when nobody answers.");
        }
        note(NoteKind.LEFT, call, contents);
    }

    /** Ends a call that nobody answered, unless somebody just has. */
    void miss(java.util.UUID id) {
        this.calls.findAndLockById(id).filter((call) -> call.getState() == CallState.RINGING).ifPresent((call) -> {
            call.miss(this.clock.instant());
            note(NoteKind.MISSED, call, call.getDesk());
            this.announcer.changed(call);
            count("missed");
            log.warn("Call {} from {} was missed in {}", call.getId(), call.getDesk(), call.getRegion());
        });
    }

    private void note(NoteKind kind, Call call, String contents) {
        String desk = this.directory.desk(call.getDesk()).map(Desk::getName).orElse(call.getDesk());
        this.inbox.put(NewNote.fromDesk(kind, call.getDesk(), desk, call.getRegion(), call.getId(), contents));
    }

    private void count(String what) {
        this.meters.counter("deskbell.calls", "change", what).increment();
    }

}
