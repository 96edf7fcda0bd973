package io.deskbell.chat;

import io.deskbell.call.Talk;

/** A message with its place: the talk whose number, together with the seq, is its key. */
record Numbered(Talk talk, Message message) {
}
