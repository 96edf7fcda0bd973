package io.deskbell.call;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.deskbell.account.People;
import io.deskbell.note.Inbox;
import io.deskbell.note.NewNote;
import io.deskbell.note.NoteEvent;
import io.deskbell.note.NoteKind;
import io.deskbell.note.NoteView;
import io.deskbell.region.Desk;
import io.deskbell.region.Directory;
import io.deskbell.region.Named;
import io.deskbell.region.Region;
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
        noteRings(call, call.getRegion());
    }

    /** One region more. */
    void also(Call call, String region) {
        alert(call, this.onDuty.of(region));
        noteRings(call, region);
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
        this.people.admins()
            .forEach((admin) -> note(NoteKind.CALL, call, NoteView.To.person(admin), NoteEvent.Type.CALL_UNANSWERED));
    }

    /** Whether its visitor has left this text already. */
    boolean isLeft(Call call, String contents) {
        return this.inbox.has(NoteKind.LEFT, call.getId(), contents);
    }

    /** Keeps what its visitor left for its region. */
    void left(Call call, String contents) {
        this.inbox.put(NewNote.left(desk(call), NoteView.To.region(call.getRegion()), call.getId(), contents));
    }

    /** A note that it rings in a region. */
    void noteRings(Call call, String region) {
        note(NoteKind.CALL, call, NoteView.To.region(region), NoteEvent.Type.CALL_RANG);
    }

    /** A note to its region that nobody answered. */
    void noteMissed(Call call) {
        note(NoteKind.MISSED, call, NoteView.To.region(call.getRegion()), NoteEvent.Type.CALL_MISSED);
    }

    private void note(NoteKind kind, Call call, NoteView.To to, NoteEvent.Type event) {
        Named region = new Named(call.getRegion(),
                this.directory.region(call.getRegion()).map(Region::getName).orElse(call.getRegion()));
        this.inbox.put(NewNote.ofCall(kind, to, call.getId(), event, desk(call), region));
    }

    Named desk(Call call) {
        return new Named(call.getDesk(), this.directory.desk(call.getDesk()).map(Desk::getName).orElse(call.getDesk()));
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
