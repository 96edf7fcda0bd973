package io.deskbell.note;

import io.deskbell.account.DeviceCopied;
import io.deskbell.account.People;
import io.deskbell.region.Desk;
import io.deskbell.region.Directory;
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
        // In both languages, since a note is kept as it was written.
        String contents = """
                데스크 %1$s의 쿠키가 동시에 두 곳에서 쓰이고 있습니다. 누군가 복사했을 수 있습니다. \
                데스크를 확인하고, 관리 > 데스크에서 연결을 해제한 뒤 다시 연결하세요.

                The cookie of desk %1$s is in use in two places at once; somebody may have copied it. \
                Look at the kiosk, then unpair the desk under Admin > Desks and pair it again."""
            .formatted(name + " (" + event.desk() + ")");
        this.people.admins().forEach((admin) -> this.inbox.put(NewNote.fromDeskbell(admin, contents)));
    }

}
