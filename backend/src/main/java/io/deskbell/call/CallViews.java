package io.deskbell.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.deskbell.note.NoteView;
import io.deskbell.region.Directory;
import io.deskbell.region.Named;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Draws calls as clients see them. */
@Component
@RequiredArgsConstructor
class CallViews {

    private static final Set<Due> STEPS = EnumSet.of(Due.REMINDER, Due.FALLBACK, Due.ADMINS, Due.MISSED, Due.RETURNED);

    private final Directory directory;

    private final RoutingSettings settings;

    CallView of(Call call) {
        Named desk = this.directory.desk(call.getDesk())
            .map(Named::of)
            .orElseGet(() -> new Named(call.getDesk(), call.getDesk()));
        List<Named> ringsIn = call.getRegions().stream().map(this::region).toList();
        CallView.Guide guide = (call.getGuide() != null) ? new CallView.Guide(call.getGuide(), call.getGuideName())
                : null;
        return new CallView(call.getId(), call.getState(), desk, ringsIn.getFirst(), guide, call.getLanguage(),
                call.getRingAt(), call.getAcceptedAt(), call.getEndedAt(), call.getEndReason(), call.getRating(),
                call.getOnDuty(), new CallView.Alerts(call.getAlertsSent(), call.getAlertsSeen()),
                call.getState() == CallState.ACTIVE && call.getGuideGoneAt() == null, call.getDeskGoneAt() == null,
                handedOn(call), call.getVersion(), call.getAskingSince(), ringsIn, steps(call), call.getDeclinedBy(),
                call.getLeftAt(), call.getOpensAt());
    }

    /** As this caller may see it. */
    CallView of(Call call, Caller caller) {
        return caller.is(Role.DESK) ? of(call).forDesk() : of(call);
    }

    private Named region(String code) {
        return this.directory.region(code).map(Named::of).orElseGet(() -> new Named(code, code));
    }

    private static CallView.@Nullable HandedOn handedOn(Call call) {
        Transfer transfer = call.getTransfer();
        return (transfer == null) ? null
                : new CallView.HandedOn(new NoteView.To(transfer.username(), transfer.region()), transfer.reason());
    }

    private List<CallView.Step> steps(Call call) {
        List<CallView.Step> steps = new ArrayList<>();
        Ring ring = call.getRing();
        if (ring != null) {
            add(steps, Due.REMINDER, ring.remindedAt());
            add(steps, Due.FALLBACK, ring.widenedAt());
            add(steps, Due.ADMINS, ring.adminsToldAt());
        }
        call.timers(this.settings)
            .stream()
            .filter((timer) -> STEPS.contains(timer.what()))
            .forEach((timer) -> steps.add(new CallView.Step(timer.what().name(), timer.at(), false)));
        steps.sort(Comparator.comparing((step) -> Due.valueOf(step.step())));
        return steps;
    }

    private static void add(List<CallView.Step> steps, Due what, @Nullable Instant at) {
        if (at != null) {
            steps.add(new CallView.Step(what.name(), at, true));
        }
    }

}
