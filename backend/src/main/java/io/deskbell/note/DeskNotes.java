package io.deskbell.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskbell.account.People;
import io.deskbell.realtime.Publisher;
import io.deskbell.region.Desk;
import io.deskbell.region.DeskBack;
import io.deskbell.region.DeskSilent;
import io.deskbell.region.DeskStuck;
import io.deskbell.region.Directory;
import io.deskbell.region.Region;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a desk's region and the admins that somebody must look after it, in the
 * transaction of what it tells of. In both languages, since a note is kept as it was
 * written.
 */
@Component
@Transactional
class DeskNotes {

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '('VV')'");

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
        tell(event.desk(), event.since(), """
                데스크가 %3$s부터 연결되어 있지 않습니다: %1$s, %2$s. \
                기기의 전원과 네트워크를 확인하세요.

                A desk is not connected: %1$s, %2$s, since %3$s. \
                Check the power and the network of its device.""");
    }

    @EventListener
    public void on(DeskBack event) {
        tell(event.desk(), event.since(), """
                %3$s부터 끊겼던 데스크가 다시 연결되었습니다: %1$s, %2$s.

                A desk is connected again: %1$s, %2$s. It had not been since %3$s.""");
    }

    /** Told at most once an hour of each desk, as long as the server runs. */
    @EventListener
    public void on(DeskStuck event) {
        if (this.toldOfStuck.getIfPresent(event.desk()) != null) {
            return;
        }
        this.publisher.afterCommit(() -> this.toldOfStuck.put(event.desk(), true));
        tell(event.desk(), this.clock.instant(),
                """
                        데스크의 호출 버튼이 눌린 채로 있는 것 같습니다: %1$s, %2$s, %3$s. \
                        호출이 이미 울리는데도 계속 눌립니다. 기기의 화면과 버튼을 확인하세요.

                        The button of a desk seems to be stuck: %1$s, %2$s, %3$s. \
                        It goes on being pressed while its call rings already. Look at the screen and the button of its device.""");
    }

    private void tell(String code, Instant since, String text) {
        this.directory.desk(code)
            .ifPresent((desk) -> this.directory.region(desk.getRegion())
                .ifPresent((region) -> tell(region, text.formatted(named(desk), region.getName(),
                        TIME.format(since.atZone(region.getTimeZone()))))));
    }

    private void tell(Region region, String contents) {
        this.inbox.put(NewNote.fromDeskbell(NoteView.To.region(region.getCode()), contents));
        this.people.admins().forEach((admin) -> this.inbox.put(NewNote.fromDeskbell(admin, contents)));
    }

    private static String named(Desk desk) {
        return desk.getName() + " (" + desk.getCode() + ")";
    }

}
