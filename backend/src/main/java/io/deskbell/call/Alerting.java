package io.deskbell.call;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.deskbell.account.People;
import io.deskbell.note.Inbox;
import io.deskbell.note.NewNote;
import io.deskbell.note.NoteKind;
import io.deskbell.note.NoteView;
import io.deskbell.region.Desk;
import io.deskbell.region.Directory;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is alerted to a call, by the screen and by a note, and who of them could still take
 * it.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Alerting {

    private final AlertWaves waves;

    private final CallAlerts answers;

    private final OnDuty onDuty;

    private final People people;

    private final Directory directory;

    private final Inbox inbox;

    private final Clock clock;

    /** The press: its region's guides on duty, and a note to the region. */
    void first(Call call, List<String> guides) {
        this.waves.first(call.getId(), guides, call.getRingAt());
        note(NoteKind.CALL, call, call.getRegion());
    }

    /** One region more. */
    void also(Call call, String region) {
        alert(call, this.onDuty.of(region));
        note(NoteKind.CALL, call, region);
    }

    /** Whoever has come on duty since where it rings. */
    void again(Call call) {
        alert(call, call.getRegions().stream().flatMap((region) -> this.onDuty.of(region).stream()).toList());
    }

    void alert(Call call, Collection<String> guides) {
        this.waves.further(call.getId(), guides, this.clock.instant());
        count(call);
    }

    /** Every admin has a note. */
    void admins(Call call) {
        this.people.admins().forEach((admin) -> note(NoteKind.CALL, call, NoteView.To.person(admin), deskName(call)));
    }

    /** Whether its visitor has left this text already. */
    boolean isLeft(Call call, String contents) {
        return this.inbox.has(NoteKind.LEFT, call.getId(), contents);
    }

    /** A note from its desk to a region. */
    void note(NoteKind kind, Call call, String region) {
        note(kind, call, NoteView.To.region(region), deskName(call));
    }

    /** A note from its desk. */
    void note(NoteKind kind, Call call, NoteView.To to, String contents) {
        this.inbox.put(NewNote.fromDesk(kind, call.getDesk(), deskName(call), to, call.getId(), contents));
    }

    String deskName(Call call) {
        return this.directory.desk(call.getDesk()).map(Desk::getName).orElse(call.getDesk());
    }

    /** Finds again how many were alerted and have seen it; says whether that was news. */
    boolean count(Call call) {
        List<Alert> given = this.answers.findByCallId(call.getId());
        Set<String> guides = new HashSet<>(this.waves.of(call.getId()).keySet());
        given.forEach((answer) -> guides.add(answer.getUsername()));
        int seen = (int) given.stream().filter((answer) -> answer.getSeenAt() != null).count();
        return call.counted(guides.size(), seen);
    }

    /**
     * Whether somebody is on duty who could take it and has not declined it since it
     * rings.
     */
    boolean reachesSomebody(Call call) {
        Set<String> declined = call.getDeclinedBy();
        return call.getRegions()
            .stream()
            .flatMap((region) -> this.onDuty.of(region).stream())
            .anyMatch((guide) -> !declined.contains(guide));
    }

    /** The same of the region to which it is handed on. */
    boolean reachesSomebody(Call call, String region) {
        Set<String> declined = call.getDeclinedBy();
        return this.onDuty.of(region)
            .stream()
            .anyMatch((guide) -> !declined.contains(guide) && !guide.equals(call.getGuide()));
    }

}
