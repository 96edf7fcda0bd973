package io.deskbell.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import io.deskbell.call.view.CallParticipants;
import io.deskbell.call.view.CallQueries;
import io.deskbell.realtime.PersonalQueue;
import io.deskbell.realtime.Publisher;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Ids;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import io.deskbell.shared.text.UserText;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The 1:1 chat of a desk and a guide. */
@Component
@RequiredArgsConstructor
public class Chat {

    private static final int CLIENT_ID_CHARACTERS = 64;

    private final MessageWriter writer;

    private final CallQueries calls;

    private final Messages messages;

    private final ReadMarks marks;

    private final Publisher publisher;

    private final MessageLimits limits;

    /**
     * Accepts a message. Its copy to both sides acknowledges that it is stored.
     * @param refused called later if it could not be stored after all
     * @throws Refusal {@code INVALID_MESSAGE}, {@code RATE_LIMITED} or {@code NOT_FOUND}
     * at once
     */
    public void send(Caller sender, String callId, @Nullable String clientId, @Nullable String contents,
            Consumer<Refusal> refused) {
        this.limits.take(sender.username());
        if (clientId == null || clientId.isEmpty()
                || clientId.codePointCount(0, clientId.length()) > CLIENT_ID_CHARACTERS
                || !UserText.isStorable(clientId)) {
            throw new Refusal(ProblemCode.INVALID_MESSAGE, "clientId needs 1 to 64 characters.");
        }
        String trimmed = UserText.trimmed(contents)
            .orElseThrow(() -> new Refusal(ProblemCode.INVALID_MESSAGE, "A message needs " + UserText.BOUNDS + "."));
        UUID id = Ids.parse(callId).orElseThrow(Refusal::notFound);
        this.writer.submit(new MessageSubmission(id, sender, clientId, trimmed, refused));
    }

    /** Informs the other side that this one is typing, or no longer is. */
    public void typing(Caller sender, String callId, boolean typing) {
        CallParticipants participants = active(sender, callId);
        this.publisher.toUser(other(participants, sender), PersonalQueue.SIGNALS,
                new Typing("TYPING", participants.id(), sender.username(), typing));
    }

    /** Stores how far this side has read, and informs both. */
    public void read(Caller reader, String callId, int seq) {
        CallParticipants participants = active(reader, callId);
        int upTo = Math.min(seq, this.messages.lastSeq(participants));
        if (upTo > 0 && this.marks.advance(participants.id(), reader.username(), upTo)) {
            Read read = new Read("READ", participants.id(), reader.username(), upTo);
            this.publisher.toUser(other(participants, reader), PersonalQueue.SIGNALS, read);
            this.publisher.toUser(reader.username(), PersonalQueue.SIGNALS, read);
        }
    }

    /**
     * The messages of a call after a seq, in order.
     * @throws Refusal {@code NOT_FOUND} for all but its desk while it is not over, the
     * guides who have or had it, and admins
     */
    public History history(Caller caller, String callId, int after, int limit) {
        CallParticipants participants = Ids.parse(callId)
            .flatMap(this.calls::participants)
            .filter((found) -> mayRead(found, caller))
            .orElseThrow(Refusal::notFound);
        return new History(this.messages.after(participants, after, limit), this.marks.of(participants.id()));
    }

    private static boolean mayRead(CallParticipants participants, Caller caller) {
        return switch (caller.role()) {
            case ADMIN -> true;
            case GUIDE -> participants.wasOf(caller.username());
            case DESK -> caller.username().equals(participants.desk()) && !participants.state().isOver();
        };
    }

    private CallParticipants active(Caller caller, String callId) {
        CallParticipants participants = Ids.parse(callId)
            .flatMap(this.calls::participants)
            .filter((found) -> found.isOf(caller.username()))
            .orElseThrow(Refusal::notFound);
        if (!participants.mayWrite(caller.username())) {
            throw participants.state().isOver() ? new Refusal(ProblemCode.CALL_OVER, "This call is over.")
                    : new Refusal(ProblemCode.WRONG_STATE, "Nobody has answered this call yet.");
        }
        return participants;
    }

    private static String other(CallParticipants participants, Caller one) {
        return one.is(Role.DESK) ? Objects.requireNonNull(participants.guide()) : participants.desk();
    }

    /** One side writes. */
    record Typing(String type, UUID callId, String username, boolean typing) {
    }

    /** One side has read. */
    record Read(String type, UUID callId, String username, int seq) {
    }

    /**
     * A call's messages.
     *
     * @param read how far each side has read, by username
     */
    public record History(List<Message> items, Map<String, Integer> read) {
    }

}
