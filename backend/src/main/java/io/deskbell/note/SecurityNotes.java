package io.deskbell.note;

import io.deskbell.account.DeviceCopied;
import io.deskbell.account.People;
import io.deskbell.region.Desk;
import io.deskbell.region.Directory;
import io.deskbell.region.Named;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells admins what they must look after, in the transaction of what it tells of. */
@Component
@RequiredArgsConstructor
class SecurityNotes {

    private final Inbox inbox;

    private final People people;

    private final Directory directory;

    @EventListener
    void on(DeviceCopied event) {
        String name = this.directory.desk(event.desk()).map(Desk::getName).orElse(event.desk());
        NoteEvent copied = NoteEvent.copied(new Named(event.desk(), name));
        this.people.admins().forEach((admin) -> this.inbox.put(NewNote.fromDeskbell(admin, copied)));
    }

}
