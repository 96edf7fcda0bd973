package io.deskbell.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.account.UserDirectory;
import io.deskbell.realtime.Publisher;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.DeskButtonStuck;
import io.deskbell.region.DeskCameBack;
import io.deskbell.region.DeskWentOffline;
import io.deskbell.region.Region;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.time.SteadyClock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notifies a desk's region and the admins that a desk needs attention, in the transaction
 * of the event.
 */
@Component
@Transactional
class DeskNotes {

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    private final NoteSender noteSender;

    private final UserDirectory users;

    private final RegionDirectory directory;

    private final Publisher publisher;

    private final Clock clock;

    private final Cache<String, Boolean> toldOfStuck;

    DeskNotes(NoteSender noteSender, UserDirectory users, RegionDirectory directory, Publisher publisher,
            SteadyClock clock) {
        this.noteSender = noteSender;
        this.users = users;
        this.directory = directory;
        this.publisher = publisher;
        this.clock = clock;
        this.toldOfStuck = Caffeine.newBuilder().expireAfterWrite(TOLD_AGAIN_AFTER).ticker(clock::nanoTime).build();
    }

    @EventListener
    public void on(DeskWentOffline event) {
        send(NoteEvent.Type.DESK_SILENT, event.desk(), event.since());
    }

    @EventListener
    public void on(DeskCameBack event) {
        send(NoteEvent.Type.DESK_BACK, event.desk(), event.since());
    }

    /** Sent at most once an hour per desk and server process. */
    @EventListener
    public void on(DeskButtonStuck event) {
        if (this.toldOfStuck.getIfPresent(event.desk()) != null) {
            return;
        }
        this.publisher.afterCommit(() -> this.toldOfStuck.put(event.desk(), true));
        send(NoteEvent.Type.DESK_STUCK, event.desk(), this.clock.instant());
    }

    private void send(NoteEvent.Type type, String code, Instant at) {
        this.directory.desk(code)
            .ifPresent((desk) -> this.directory.region(desk.getRegion())
                .ifPresent((region) -> send(region, NoteEvent.ofDesk(type, new CodeAndName(code, desk.getName()),
                        new CodeAndName(region.getCode(), region.getName()), at, region.getTimeZone()))));
    }

    private void send(Region region, NoteEvent event) {
        this.noteSender.put(NewNote.fromDeskbell(NoteView.To.region(region.getCode()), event));
        this.users.admins().forEach((admin) -> this.noteSender.put(NewNote.fromDeskbell(admin, event)));
    }

}
