package io.deskbell.chat;

import io.deskbell.call.view.CallParticipants;

/** A message with its place: the call whose number, together with the seq, is its key. */
record SequencedMessage(CallParticipants participants, Message message) {
}
