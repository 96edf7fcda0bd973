package io.deskbell.account.session;

import java.util.List;
import java.util.Set;

import io.deskbell.account.Account;
import io.deskbell.account.UserDirectory;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.Desk;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Builds the view of a caller's own session. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class SessionViews {

    private final UserDirectory users;

    private final RegionDirectory directory;

    private final SessionValidity validity;

    public SessionView of(Caller caller) {
        return caller.is(Role.DESK) ? ofDesk(caller) : ofPerson(caller);
    }

    private SessionView ofDesk(Caller caller) {
        Desk desk = this.directory.desk(caller.deskCode()).orElseThrow(Refusal::notFound);
        return new SessionView(caller.username(), desk.getName(), Role.DESK,
                this.directory.named(Set.of(desk.getRegion())), CodeAndName.of(desk), null, null, desk.getLanguages(),
                zone(desk), null);
    }

    private @Nullable String zone(Desk desk) {
        return this.directory.region(desk.getRegion()).map((region) -> region.getTimeZone().getId()).orElse(null);
    }

    private SessionView ofPerson(Caller caller) {
        Account account = this.users.enabled(caller.username()).orElseThrow(Refusal::notFound);
        boolean guide = account.getRole() == Role.GUIDE;
        List<CodeAndName> regions = guide ? this.directory.named(account.getRegions()) : this.directory.all();
        return new SessionView(account.getUsername(), account.getDisplayName(), account.getRole(), regions, null,
                guide ? account.getPresence() : null, guide ? account.getMaxCalls() : null, null, null,
                this.validity.of(caller).map(AuthStatus::owes).orElse(null));
    }

}
