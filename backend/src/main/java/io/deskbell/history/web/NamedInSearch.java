package io.deskbell.history.web;

import java.util.List;

import io.deskbell.account.People;
import io.deskbell.region.Directory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks whether there is what a search names: an empty answer would say that nothing was
 * said there.
 */
@Component
@RequiredArgsConstructor
class NamedInSearch {

    private final Directory directory;

    private final People people;

    /**
     * @throws Refusal {@code NOT_FOUND}
     */
    void checkPlace(@Nullable String region, @Nullable String desk) {
        check(region == null || this.directory.region(region).isPresent());
        check(desk == null || this.directory.desk(desk).isPresent());
    }

    /**
     * A person, the deleted ones too, or a desk.
     * @throws Refusal {@code NOT_FOUND}
     */
    void checkWriter(@Nullable String username) {
        check(username == null || (Caller.isDesk(username) ? this.directory.desk(Caller.deskOf(username)).isPresent()
                : !this.people.namesOf(List.of(username)).isEmpty()));
    }

    private static void check(boolean there) {
        if (!there) {
            throw Refusal.notFound();
        }
    }

}
