package io.deskbell.presence.web;

import java.security.Principal;
import java.util.List;

import io.deskbell.presence.GuidePresenceService;
import io.deskbell.presence.GuidePresenceService.GuidePresence;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class PresenceController {

    private final GuidePresenceService presences;

    @GetMapping("/api/regions/{code}/presence")
    Guides presence(Principal principal, @PathVariable String code) {
        return new Guides(this.presences.of(Caller.of(principal), code));
    }

    record Guides(List<GuidePresence> items) {
    }

}
