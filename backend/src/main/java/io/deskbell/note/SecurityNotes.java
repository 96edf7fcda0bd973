package io.deskbell.note;

import io.deskbell.account.UserDirectory;
import io.deskbell.account.device.DeviceCloned;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.Desk;
import io.deskbell.region.RegionDirectory;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notifies admins of security incidents, in the transaction of the event. */
@Component
@RequiredArgsConstructor
class SecurityNotes {

    private final NoteSender noteSender;

    private final UserDirectory users;

    private final RegionDirectory directory;

    @EventListener
    void on(DeviceCloned event) {
        String name = this.directory.desk(event.desk()).map(Desk::getName).orElse(event.desk());
        NoteEvent copied = NoteEvent.deviceCopied(new CodeAndName(event.desk(), name));
        this.users.admins().forEach((admin) -> this.noteSender.put(NewNote.fromDeskbell(admin, copied)));
    }

}
