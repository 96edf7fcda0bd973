package io.deskbell.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.deskbell.call.CallBook;
import io.deskbell.call.CallState;
import io.deskbell.call.Talk;
import io.deskbell.chat.Messages.Numbered;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a group of messages in one transaction. */
@Component
@RequiredArgsConstructor
class Group {

    private final CallBook calls;

    private final Messages messages;

    private final Clock clock;

    /**
     * Gives each new message its seq and stores all of them; a repeated one keeps what it
     * has.
     * @return what became of each, in the given order, true once this method has returned
     */
    @Transactional
    public List<Outcome> store(List<Submission> group) {
        Map<UUID, Talk> talks = this.calls
            .lockedTalks(group.stream().map(Submission::callId).collect(Collectors.toSet()));
        Map<UUID, Room> rooms = new HashMap<>();
        talks.forEach((id, talk) -> rooms.put(id, room(talk, group)));
        List<Outcome> outcomes = group.stream().map((it) -> outcome(it, rooms.get(it.callId()))).toList();
        List<Numbered> added = rooms.values().stream().flatMap((room) -> room.added.stream()).toList();
        if (!added.isEmpty()) {
            this.messages.insert(added);
        }
        return outcomes;
    }

    private Room room(Talk talk, List<Submission> group) {
        List<String> clientIds = group.stream()
            .filter((it) -> it.callId().equals(talk.id()))
            .map(Submission::clientId)
            .distinct()
            .toList();
        Room room = new Room(talk, this.messages.lastSeq(talk));
        this.messages.withClientIds(talk, clientIds)
            .forEach((message) -> room.known.put(new Name(message.username(), message.clientId()), message));
        return room;
    }

    private Outcome outcome(Submission submission, @org.jspecify.annotations.Nullable Room room) {
        String sender = submission.sender().username();
        if (room == null || !room.talk.isOf(sender)) {
            return new Outcome.Refused(submission, Refusal.notFound());
        }
        Message stored = room.known.get(new Name(sender, submission.clientId()));
        boolean readable = room.talk.state() == CallState.ACTIVE || !sender.equals(room.talk.desk());
        if (stored != null && readable) {
            return new Outcome.Stored(room.talk, stored);
        }
        return switch (room.talk.state()) {
            case ACTIVE -> new Outcome.Stored(room.talk, room.add(submission, this.clock.instant()));
            case RINGING -> new Outcome.Refused(submission,
                    new Refusal(ProblemCode.WRONG_STATE, "Nobody has answered this call yet."));
            default -> new Outcome.Refused(submission, new Refusal(ProblemCode.CALL_OVER, "This call is over."));
        };
    }

    /** What became of a submission. */
    sealed interface Outcome {

        /** It is stored now or was before; this is its copy. */
        record Stored(Talk talk, Message message) implements Outcome {
        }

        /** It was not stored. */
        record Refused(Submission submission, Refusal refusal) implements Outcome {
        }

    }

    /** What a message is known by within its call (contract, guarantee 2). */
    private record Name(String sender, String clientId) {
    }

    /** One call's part of a group. */
    private static final class Room {

        private final Talk talk;

        private final Map<Name, Message> known = new LinkedHashMap<>();

        private final List<Numbered> added = new ArrayList<>();

        private int lastSeq;

        Room(Talk talk, int lastSeq) {
            this.talk = talk;
            this.lastSeq = lastSeq;
        }

        Message add(Submission submission, Instant now) {
            this.lastSeq++;
            String sender = submission.sender().username();
            Message message = new Message(this.talk.id(), this.lastSeq, submission.clientId(), sender,
                    submission.sender().displayName(), submission.contents(), now);
            this.known.put(new Name(sender, submission.clientId()), message);
            this.added.add(new Numbered(this.talk, message));
            return message;
        }

    }

}
