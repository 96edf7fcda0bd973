package io.deskbell.chat.web;

import org.jspecify.annotations.Nullable;

/** A chat message as a client sends it; the chat says what is missing. */
record ChatMessageBody(@Nullable String clientId, @Nullable String contents) {
}
