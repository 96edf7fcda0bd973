package io.deskbell.chat.web;

import jakarta.validation.constraints.NotNull;

/** A chat message as a client sends it. */
record Text(@NotNull String clientId, @NotNull String contents) {
}
