package io.deskbell.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.account.People;
import io.deskbell.realtime.Publisher;
import io.deskbell.region.DeskBack;
import io.deskbell.region.DeskSilent;
import io.deskbell.region.DeskStuck;
import io.deskbell.region.Directory;
import io.deskbell.region.Named;
import io.deskbell.region.Region;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a desk's region and the admins that somebody must look after it, in the
 * transaction of what it tells of.
 */
@Component
@Transactional
class DeskNotes {

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    private final Inbox inbox;

    private final People people;

    private final Directory directory;

    private final Publisher publisher;

    private final Clock clock;

    private final Cache<String, Boolean> toldOfStuck;

    DeskNotes(Inbox inbox, People people, Directory directory, Publisher publisher, Clock clock) {
        this.inbox = inbox;
        this.people = people;
        this.directory = directory;
        this.publisher = publisher;
        this.clock = clock;
        this.toldOfStuck = Caffeine.newBuilder()
            .expireAfterWrite(TOLD_AGAIN_AFTER)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
    }

    @EventListener
    public void on(DeskSilent event) {
        tell(NoteEvent.Type.DESK_SILENT, event.desk(), event.since());
    }

    @EventListener
    public void on(DeskBack event) {
        tell(NoteEvent.Type.DESK_BACK, event.desk(), event.since());
    }

    /** Told at most once an hour of each desk, as long as the server runs. */
    @EventListener
    public void on(DeskStuck event) {
        if (this.toldOfStuck.getIfPresent(event.desk()) != null) {
            return;
        }
        this.publisher.afterCommit(() -> this.toldOfStuck.put(event.desk(), true));
        tell(NoteEvent.Type.DESK_STUCK, event.desk(), this.clock.instant());
    }

    private void tell(NoteEvent.Type what, String code, Instant at) {
        this.directory.desk(code)
            .ifPresent((desk) -> this.directory.region(desk.getRegion())
                .ifPresent((region) -> tell(region, NoteEvent.ofDesk(what, new Named(code, desk.getName()),
                        new Named(region.getCode(), region.getName()), at, region.getTimeZone()))));
    }

    private void tell(Region region, NoteEvent event) {
        this.inbox.put(NewNote.fromDeskbell(NoteView.To.region(region.getCode()), event));
        this.people.admins().forEach((admin) -> this.inbox.put(NewNote.fromDeskbell(admin, event)));
    }

}
