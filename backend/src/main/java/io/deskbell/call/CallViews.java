package io.deskbell.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.deskbell.note.NoteView;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Draws calls as clients see them. */
@Component
@RequiredArgsConstructor
class CallViews {

    private static final Set<TimerKind> STEPS = EnumSet.of(TimerKind.REMINDER, TimerKind.FALLBACK, TimerKind.ADMINS,
            TimerKind.MISSED, TimerKind.RETURNED);

    private final RegionDirectory directory;

    private final RoutingSettings settings;

    CallView of(Call call) {
        CodeAndName desk = this.directory.desk(call.getDesk())
            .map(CodeAndName::of)
            .orElseGet(() -> new CodeAndName(call.getDesk(), call.getDesk()));
        List<CodeAndName> ringsIn = call.getRinging().getRegions().stream().map(this::region).toList();
        CallView.Guide guide = (call.getGuide() != null)
                ? new CallView.Guide(call.getGuide(), call.getParties().getGuideName()) : null;
        Parties parties = call.getParties();
        return new CallView(call.getId(), call.getState(), desk, ringsIn.getFirst(), guide, call.getPress().language(),
                call.getTimes().ringAt(), call.getTimes().acceptedAt(), call.getTimes().endedAt(), call.getEndReason(),
                call.getFeedback().getRating(), call.getPress().onDuty(), call.getAlertCounts(),
                call.getState() == CallState.ACTIVE && parties.getGuideGoneAt() == null,
                parties.getDeskGoneAt() == null, pendingTransfer(call), call.getVersion(), call.getRingingSince(),
                ringsIn, steps(call), call.getRinging().getDeclinedBy(), call.getFeedback().getLeftAt(),
                call.getPress().opensAt());
    }

    /** As this caller may see it. */
    CallView of(Call call, Caller caller) {
        return caller.is(Role.DESK) ? of(call).forDesk() : of(call);
    }

    private CodeAndName region(String code) {
        return this.directory.region(code).map(CodeAndName::of).orElseGet(() -> new CodeAndName(code, code));
    }

    private static CallView.@Nullable PendingTransferView pendingTransfer(Call call) {
        TransferTarget target = call.getTransfer();
        return (target == null) ? null : new CallView.PendingTransferView(
                new NoteView.To(target.username(), target.region()), target.reason());
    }

    private List<CallView.Step> steps(Call call) {
        List<CallView.Step> steps = new ArrayList<>();
        Ring ring = call.getRinging().getRing();
        if (ring != null) {
            add(steps, TimerKind.REMINDER, ring.remindedAt());
            add(steps, TimerKind.FALLBACK, ring.widenedAt());
            add(steps, TimerKind.ADMINS, ring.adminsToldAt());
        }
        CallTimer.of(call, this.settings)
            .stream()
            .filter((timer) -> STEPS.contains(timer.what()))
            .forEach((timer) -> steps.add(new CallView.Step(timer.what().name(), timer.at(), false)));
        steps.sort(Comparator.comparing((step) -> TimerKind.valueOf(step.step())));
        return steps;
    }

    private static void add(List<CallView.Step> steps, TimerKind what, @Nullable Instant at) {
        if (at != null) {
            steps.add(new CallView.Step(what.name(), at, true));
        }
    }

}
