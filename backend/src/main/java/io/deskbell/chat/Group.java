package io.deskbell.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.deskbell.call.CallBook;
import io.deskbell.call.CallState;
import io.deskbell.call.Talk;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Stores messages in groups. Only the writer's thread calls it. */
@Component
@RequiredArgsConstructor
class Group {

    private final CallBook calls;

    private final Rooms rooms;

    private final Messages messages;

    private final Store store;

    private final Names names;

    private final Clock clock;

    /**
     * Gives each new message its seq and stores all of them; a repeated one keeps what it
     * has. Two servers that write to one call at once take the same place; the key of the
     * table lets one have it, and the other looks again.
     * @return what became of each, in the given order, to be told of once the store has
     * made sure of it
     */
    List<Outcome> store(List<Submission> group) {
        Set<UUID> ids = group.stream().map(Submission::callId).collect(Collectors.toSet());
        try {
            return place(group, ids);
        }
        catch (DuplicateKeyException ex) {
            this.rooms.forget(ids);
            return place(group, ids);
        }
    }

    private List<Outcome> place(List<Submission> group, Set<UUID> ids) {
        Places places = new Places(this.clock.instant());
        try {
            List<Outcome> outcomes = group.stream().map(places::outcome).toList();
            this.store.store(List.copyOf(places.added.values()));
            return outcomes;
        }
        catch (RuntimeException ex) {
            this.rooms.forget(ids);
            throw ex;
        }
    }

    /** What became of a submission. */
    sealed interface Outcome {

        /** It is stored now or was before; this is its copy. */
        record Stored(Submission submission, Talk talk, Message message) implements Outcome {
        }

        /** It was not stored. */
        record Refused(Submission submission, Refusal refusal) implements Outcome {
        }

    }

    /** The places that the messages of one group take. */
    private final class Places {

        private final Instant now;

        private final Map<Long, Numbered> added = new LinkedHashMap<>();

        Places(Instant now) {
            this.now = now;
        }

        Outcome outcome(Submission submission) {
            Talk talk = Group.this.calls.talk(submission.callId()).orElse(null);
            String sender = submission.sender().username();
            if (talk == null || !talk.isOf(sender)) {
                return new Outcome.Refused(submission, Refusal.notFound());
            }
            CallState state = talk.state();
            boolean writable = talk.mayWrite(sender);
            if (state == CallState.RINGING && !writable) {
                return new Outcome.Refused(submission,
                        new Refusal(ProblemCode.WRONG_STATE, "Nobody has answered this call yet."));
            }
            boolean readable = writable || !sender.equals(talk.desk());
            Message stored = readable ? stored(talk, submission) : null;
            if (stored != null) {
                return new Outcome.Stored(submission, talk, stored);
            }
            if (!writable) {
                return new Outcome.Refused(submission, new Refusal(ProblemCode.CALL_OVER, "This call is over."));
            }
            return new Outcome.Stored(submission, talk, add(talk, submission));
        }

        private @Nullable Message stored(Talk talk, Submission submission) {
            String sender = submission.sender().username();
            int seq = Group.this.rooms.of(talk).seqOf(sender, submission.clientId());
            if (seq == 0) {
                return null;
            }
            return Optional.ofNullable(this.added.get(MessageKey.of(talk, seq)))
                .map(Numbered::message)
                .or(() -> Group.this.messages.get(talk, seq))
                .filter((it) -> it.username().equals(sender) && it.clientId().equals(submission.clientId()))
                .orElse(null);
        }

        private Message add(Talk talk, Submission submission) {
            Caller sender = submission.sender();
            int seq = Group.this.rooms.of(talk).next(sender.username(), submission.clientId());
            Message message = new Message(talk.id(), seq, submission.clientId(), sender.username(),
                    Group.this.names.of(sender), submission.contents(), this.now);
            this.added.put(MessageKey.of(talk, seq), new Numbered(talk, message));
            return message;
        }

    }

}
