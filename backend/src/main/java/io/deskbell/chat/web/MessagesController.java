package io.deskbell.chat.web;

import java.security.Principal;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.chat.Chat;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class MessagesController {

    private final Chat chat;

    private final AuditTrail trail;

    @GetMapping("/api/calls/{id}/messages")
    Chat.History messages(Principal principal, @PathVariable String id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Caller caller = Caller.of(principal);
        Chat.History history = this.chat.history(caller, id, after, limit);
        if (caller.is(Role.ADMIN)) {
            this.trail.add(AuditAction.MESSAGES_READ, id);
        }
        return history;
    }

}
