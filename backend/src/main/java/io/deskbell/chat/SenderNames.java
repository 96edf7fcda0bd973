package io.deskbell.chat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.account.AccountChanged;
import io.deskbell.account.UserDirectory;
import io.deskbell.region.Desk;
import io.deskbell.region.DeskChanged;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What those who write are called now: a connection outlives a change of name. Asked for
 * every message, so it is remembered until the name changes, or for a minute where
 * another server changes it.
 */
@Component
@RequiredArgsConstructor
class SenderNames {

    private static final int MOST = 20_000;

    private final Cache<String, String> remembered = Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofMinutes(1))
        .maximumSize(MOST)
        .build();

    private final UserDirectory users;

    private final RegionDirectory directory;

    String of(Caller sender) {
        return this.remembered.get(sender.username(), (username) -> find(sender).orElse(sender.displayName()));
    }

    private Optional<String> find(Caller sender) {
        return sender.is(Role.DESK) ? this.directory.desk(sender.deskCode()).map(Desk::getName)
                : Optional.ofNullable(this.users.namesOf(Set.of(sender.username())).get(sender.username()));
    }

    @TransactionalEventListener
    void on(AccountChanged change) {
        this.remembered.invalidate(change.username());
    }

    @TransactionalEventListener
    void on(DeskChanged change) {
        this.remembered.invalidate(Caller.usernameOfDesk(change.code()));
    }

}
