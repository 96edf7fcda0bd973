package io.deskbell.call.alert;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.deskbell.account.UserDirectory;
import io.deskbell.call.Call;
import io.deskbell.note.NewNote;
import io.deskbell.note.NoteEvent;
import io.deskbell.note.NoteKind;
import io.deskbell.note.NoteSender;
import io.deskbell.note.NoteView;
import io.deskbell.presence.AvailableGuides;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.Desk;
import io.deskbell.region.Region;
import io.deskbell.region.RegionDirectory;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Alerts guides to a call, on their screens and by notes, and knows whether any of them
 * can still accept it.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class GuideAlerter {

    private final AlertWaves waves;

    private final CallAlerts answers;

    private final AvailableGuides availableGuides;

    private final UserDirectory users;

    private final RegionDirectory directory;

    private final NoteSender noteSender;

    private final Clock clock;

    /** Alerts the guides on duty at the press, and leaves a note to the region. */
    public void alertAtPress(Call call, List<String> guides) {
        this.waves.addFirst(call.getId(), guides, call.getTimes().ringAt());
        noteRinging(call, call.getRegion());
    }

    /** Alerts one region more. */
    public void alertRegion(Call call, String region) {
        alert(call, this.availableGuides.of(region));
        noteRinging(call, region);
    }

    /** Alerts those who have come on duty since then. */
    public void alertNewlyOnDuty(Call call) {
        alert(call,
                call.getRinging()
                    .getRegions()
                    .stream()
                    .flatMap((region) -> this.availableGuides.of(region).stream())
                    .toList());
    }

    public void alert(Call call, Collection<String> guides) {
        this.waves.addFurther(call.getId(), guides, this.clock.instant());
        updateCounts(call);
    }

    /** Leaves a note to every admin. */
    public void notifyAdmins(Call call) {
        this.users.admins()
            .forEach((admin) -> note(NoteKind.CALL, call, NoteView.To.person(admin), NoteEvent.Type.CALL_UNANSWERED));
    }

    /** Whether the visitor has left this text already. */
    public boolean hasText(Call call, String contents) {
        return this.noteSender.has(NoteKind.LEFT, call.getId(), contents);
    }

    /** Forwards the visitor's text to the region. */
    public void forwardText(Call call, String contents) {
        this.noteSender.put(NewNote.left(desk(call), NoteView.To.region(call.getRegion()), call.getId(), contents));
    }

    /** Leaves a note to a region that it rings there. */
    public void noteRinging(Call call, String region) {
        note(NoteKind.CALL, call, NoteView.To.region(region), NoteEvent.Type.CALL_RANG);
    }

    /** Leaves a note to the region that nobody answered. */
    public void noteMissed(Call call) {
        note(NoteKind.MISSED, call, NoteView.To.region(call.getRegion()), NoteEvent.Type.CALL_MISSED);
    }

    private void note(NoteKind kind, Call call, NoteView.To to, NoteEvent.Type event) {
        CodeAndName region = new CodeAndName(call.getRegion(),
                this.directory.region(call.getRegion()).map(Region::getName).orElse(call.getRegion()));
        this.noteSender.put(NewNote.ofCall(kind, to, call.getId(), event, desk(call), region));
    }

    public CodeAndName desk(Call call) {
        return new CodeAndName(call.getDesk(),
                this.directory.desk(call.getDesk()).map(Desk::getName).orElse(call.getDesk()));
    }

    /**
     * Counts again how many were alerted and have seen it; says whether that was news.
     */
    boolean updateCounts(Call call) {
        List<Alert> given = this.answers.findByCallId(call.getId());
        Set<String> guides = new HashSet<>(this.waves.of(call.getId()).keySet());
        given.forEach((answer) -> guides.add(answer.getUsername()));
        int seen = (int) given.stream().filter((answer) -> answer.getSeenAt() != null).count();
        return call.updateAlertCounts(guides.size(), seen);
    }

    /**
     * Whether somebody is on duty who can accept it and has not declined it.
     */
    public boolean canBeAnswered(Call call) {
        Set<String> declined = call.getRinging().getDeclinedBy();
        return call.getRinging()
            .getRegions()
            .stream()
            .flatMap((region) -> this.availableGuides.of(region).stream())
            .anyMatch((guide) -> !declined.contains(guide));
    }

    /** The same, in the region to which it is being transferred. */
    public boolean canBeAnswered(Call call, String region) {
        Set<String> declined = call.getRinging().getDeclinedBy();
        return this.availableGuides.of(region)
            .stream()
            .anyMatch((guide) -> !declined.contains(guide) && !guide.equals(call.getGuide()));
    }

}
