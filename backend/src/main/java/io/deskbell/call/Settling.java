package io.deskbell.call;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import io.deskbell.note.Inbox;
import io.deskbell.note.NoteEvent;
import io.deskbell.note.Outcome;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Lets the notes of a call tell how what they asked for ended, once it needs nobody any
 * more.
 */
@Component
@RequiredArgsConstructor
class Settling {

    private final Inbox inbox;

    private final Clock clock;

    void settle(Call call) {
        Set<NoteEvent.Type> ended = EnumSet.noneOf(NoteEvent.Type.class);
        boolean rings = call.getState() == CallState.RINGING;
        if (!rings) {
            ended.addAll(EnumSet.of(NoteEvent.Type.CALL_RANG, NoteEvent.Type.CALL_UNANSWERED));
        }
        if (call.getTransfer() == null) {
            ended.add(NoteEvent.Type.CALL_HANDED_ON);
        }
        // That it came back is settled by handing it on again, by losing it, and by its
        // end.
        if (rings || call.isOver() || call.getTransfer() != null) {
            ended.add(NoteEvent.Type.CALL_RETURNED);
        }
        this.inbox.settle(call.getId(), ended, outcome(call));
    }

    private Outcome outcome(Call call) {
        Instant now = this.clock.instant();
        return switch (call.getState()) {
            case CANCELLED -> new Outcome(Outcome.State.CANCELLED, null, now);
            case MISSED -> new Outcome(Outcome.State.MISSED, null, now);
            case ENDED -> new Outcome(Outcome.State.ENDED, null, now);
            case RINGING,
                    ACTIVE ->
                (call.getGuide() != null) ? new Outcome(Outcome.State.ANSWERED,
                        new Outcome.Guide(call.getGuide(), call.getGuideName()), now)
                        : new Outcome(Outcome.State.RETURNED, null, now);
        };
    }

}
