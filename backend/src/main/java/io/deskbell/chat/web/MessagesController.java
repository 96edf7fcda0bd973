package io.deskbell.chat.web;

import java.security.Principal;

import io.deskbell.chat.Chat;
import io.deskbell.shared.Caller;
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

    @GetMapping("/api/calls/{id}/messages")
    Chat.History messages(Principal principal, @PathVariable String id,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return this.chat.history(Caller.of(principal), id, after, limit);
    }

}
