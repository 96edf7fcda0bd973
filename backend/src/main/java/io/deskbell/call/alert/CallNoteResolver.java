package io.deskbell.call.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import io.deskbell.call.Call;
import io.deskbell.call.CallState;
import io.deskbell.note.AlertOutcome;
import io.deskbell.note.NoteEvent;
import io.deskbell.note.NoteSender;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Settles the notes of a call with its outcome, once it needs nobody any more.
 */
@Component
@RequiredArgsConstructor
public class CallNoteResolver {

    private final NoteSender noteSender;

    private final Clock clock;

    public void settle(Call call) {
        Set<NoteEvent.Type> ended = EnumSet.noneOf(NoteEvent.Type.class);
        boolean rings = call.getState() == CallState.RINGING;
        if (!rings) {
            ended.addAll(EnumSet.of(NoteEvent.Type.CALL_RANG, NoteEvent.Type.CALL_UNANSWERED));
        }
        if (call.getTransfer() == null) {
            ended.add(NoteEvent.Type.CALL_HANDED_ON);
        }
        // A returned transfer needs its guide until the next one, a loss, or the end.
        if (rings || call.isOver() || call.getTransfer() != null) {
            ended.add(NoteEvent.Type.CALL_RETURNED);
        }
        this.noteSender.settle(call.getId(), ended, outcome(call));
    }

    private AlertOutcome outcome(Call call) {
        Instant now = this.clock.instant();
        return switch (call.getState()) {
            case CANCELLED -> new AlertOutcome(AlertOutcome.State.CANCELLED, null, now);
            case MISSED -> new AlertOutcome(AlertOutcome.State.MISSED, null, now);
            case ENDED -> new AlertOutcome(AlertOutcome.State.ENDED, null, now);
            case RINGING,
                    ACTIVE ->
                (call.getGuide() != null)
                        ? new AlertOutcome(AlertOutcome.State.ANSWERED,
                                new AlertOutcome.Guide(call.getGuide(), call.getParties().getGuideName()), now)
                        : new AlertOutcome(AlertOutcome.State.RETURNED, null, now);
        };
    }

}
