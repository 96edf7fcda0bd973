package io.deskbell.note.web;

import java.security.Principal;

import io.deskbell.note.InboxService;
import io.deskbell.note.NoteSender;
import io.deskbell.note.NoteView;
import io.deskbell.shared.Caller;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.text.UserText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notes")
@RequiredArgsConstructor
class NotesController {

    private final NoteSender noteSender;

    private final InboxService inboxes;

    @GetMapping
    InboxService.InboxPage list(Principal principal, @RequestParam(defaultValue = "false") boolean unread,
            @Valid PageQuery page) {
        return this.inboxes.list(Caller.of(principal), unread, page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NoteView write(Principal principal, @RequestBody @Valid Text text) {
        boolean oneReceiver = (text.to().username() == null) != (text.to().region() == null);
        if (!oneReceiver) {
            throw Refusal.invalid("to", "needs either a username or a region");
        }
        String contents = UserText.trimmed(text.contents())
            .orElseThrow(() -> Refusal.invalid("contents", "needs " + UserText.BOUNDS));
        return this.noteSender.write(Caller.of(principal), text.to(), contents);
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Principal principal, @PathVariable String id) {
        this.inboxes.read(Caller.of(principal), id);
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Principal principal) {
        this.inboxes.readAll(Caller.of(principal));
    }

    record Text(@NotNull @Valid NoteView.To to, @NotNull String contents) {
    }

}
