package io.deskbell.call.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.deskbell.call.Call;
import io.deskbell.call.CallState;
import io.deskbell.call.CallTimer;
import io.deskbell.call.Parties;
import io.deskbell.call.Ring;
import io.deskbell.call.RoutingSettings;
import io.deskbell.call.TimerKind;
import io.deskbell.call.transfer.TransferTarget;
import io.deskbell.note.NoteView;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Builds calls as clients see them. */
@Component
@RequiredArgsConstructor
public class CallViews {

    private static final Set<TimerKind> STEPS = EnumSet.of(TimerKind.REMINDER, TimerKind.FALLBACK, TimerKind.ADMINS,
            TimerKind.MISSED, TimerKind.RETURNED);

    private final RegionDirectory directory;

    private final RoutingSettings settings;

    public CallView of(Call call) {
        CodeAndName desk = this.directory.desk(call.getDesk())
            .map(CodeAndName::of)
            .orElseGet(() -> new CodeAndName(call.getDesk(), call.getDesk()));
        List<CodeAndName> ringsIn = call.getRinging().getRegions().stream().map(this::region).toList();
        return CallView.builder()
            .id(call.getId())
            .state(call.getState())
            .desk(desk)
            .region(ringsIn.getFirst())
            .guide(guide(call.getParties()))
            .language(call.getPress().language())
            .ringAt(call.getTimes().ringAt())
            .acceptedAt(call.getTimes().acceptedAt())
            .endedAt(call.getTimes().endedAt())
            .endReason(call.getEndReason())
            .rating(call.getFeedback().getRating())
            .onDuty(call.getPress().onDuty())
            .alerts(call.getAlertCounts())
            .guideOnline(call.getState() == CallState.ACTIVE && call.getParties().getGuideGoneAt() == null)
            .deskOnline(call.getParties().getDeskGoneAt() == null)
            .transfer(pendingTransfer(call))
            .version(call.getVersion())
            .ringingSince(call.getRingingSince())
            .ringsIn(ringsIn)
            .steps(steps(call))
            .declinedBy(call.getRinging().getDeclinedBy())
            .leftAt(call.getFeedback().getLeftAt())
            .opensAt(call.getPress().opensAt())
            .build();
    }

    /** As this caller may see it. */
    public CallView of(Call call, Caller caller) {
        return caller.is(Role.DESK) ? of(call).forDesk() : of(call);
    }

    private CodeAndName region(String code) {
        return this.directory.region(code).map(CodeAndName::of).orElseGet(() -> new CodeAndName(code, code));
    }

    private static CallView.@Nullable Guide guide(Parties parties) {
        String username = parties.getGuide();
        return (username != null) ? new CallView.Guide(username, parties.getGuideName()) : null;
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
