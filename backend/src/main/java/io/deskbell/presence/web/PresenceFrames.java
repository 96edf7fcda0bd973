package io.deskbell.presence.web;

import java.security.Principal;

import io.deskbell.account.PresenceState;
import io.deskbell.presence.GuidePresenceService;
import io.deskbell.shared.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import lombok.RequiredArgsConstructor;

import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;

/** Handles SEND frames that set a guide's presence. */
@Controller
@RequiredArgsConstructor
class PresenceFrames {

    private final GuidePresenceService presences;

    @MessageMapping("presence")
    void presence(Principal principal, @Valid State state) {
        this.presences.setPresence(Caller.of(principal), state.state());
    }

    record State(@NotNull PresenceState state) {
    }

}
