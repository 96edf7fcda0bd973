package io.deskbell.call.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.account.UserDirectory;
import io.deskbell.call.Call;
import io.deskbell.call.alert.Alert;
import io.deskbell.call.alert.AlertWaves;
import io.deskbell.call.alert.CallAlerts;
import io.deskbell.call.view.CallQueries;
import io.deskbell.region.CodeAndName;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be proven of a call: whom it alerted and what they did, and what happened to
 * it. For guides who may know of the call, and admins.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CallRecord {

    private final CallQueries calls;

    private final AlertWaves waves;

    private final CallAlerts answers;

    private final CallEvents events;

    private final UserDirectory users;

    private final RegionDirectory directory;

    /**
     * Everybody who was alerted, in that order.
     * @throws Refusal {@code NOT_FOUND} for a call this caller may not know of
     */
    public List<AlertView> alerts(Caller caller, String id) {
        Call call = call(caller, id);
        Map<String, Instant> sent = this.waves.of(call.getId());
        Map<String, Alert> given = this.answers.findByCallId(call.getId())
            .stream()
            .collect(Collectors.toMap(Alert::getUsername, Function.identity()));
        Set<String> all = new TreeSet<>(sent.keySet());
        all.addAll(given.keySet());
        Map<String, String> names = this.users.namesOf(all);
        return all.stream()
            .map((guide) -> AlertView.of(guide, names.get(guide), sent.get(guide), given.get(guide)))
            .sorted(Comparator.comparing(AlertView::sentAt))
            .toList();
    }

    /**
     * What happened, from the press to the end and to what was left behind.
     * @throws Refusal {@code NOT_FOUND} for a call this caller may not know of
     */
    public List<EventView> events(Caller caller, String id) {
        Call call = call(caller, id);
        List<CallEvents.CallEvent> happened = new ArrayList<>();
        happened.add(new CallEvents.CallEvent(call.getTimes().ringAt(), CallEventKind.RANG, null, null, null, null));
        happened.addAll(this.events.of(call.getId()));
        if (call.getTimes().acceptedAt() != null
                && happened.stream().noneMatch((it) -> it.kind() == CallEventKind.ACCEPTED)) {
            happened.add(new CallEvents.CallEvent(call.getTimes().acceptedAt(), CallEventKind.ACCEPTED, call.getGuide(),
                    null, null, null));
        }
        Instant end = call.getTimes().endedAt();
        if (end != null) {
            long textsLeftAfter = happened.stream()
                .filter((it) -> it.kind() == CallEventKind.LEFT && !it.at().isBefore(end))
                .count();
            happened.add(happened.size() - (int) textsLeftAfter, new CallEvents.CallEvent(end,
                    CallEventKind.valueOf(call.getState().name()), null, null, null, null));
        }
        Map<String, String> names = this.users.namesOf(happened.stream()
            .flatMap((event) -> Stream.of(event.username(), event.to()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
        return happened.stream().map((event) -> view(event, names)).toList();
    }

    private EventView view(CallEvents.CallEvent event, Map<String, String> names) {
        String code = event.region();
        CodeAndName region = (code == null) ? null
                : this.directory.region(code).map(CodeAndName::of).orElseGet(() -> new CodeAndName(code, code));
        String name = (event.username() != null) ? names.get(event.username()) : null;
        String toName = (event.to() != null) ? names.get(event.to()) : null;
        return new EventView(event.at(), event.kind(), event.username(), name, event.to(), toName, region,
                event.reason());
    }

    private Call call(Caller caller, String id) {
        return this.calls.find(id, (call) -> !caller.is(Role.DESK) && this.calls.isVisible(call, caller));
    }

    /**
     * One guide who was alerted.
     *
     * @param seenAt when the screen showed it, null where it did not
     * @param audible whether its sound could be heard
     * @param reason why it was declined
     */
    public record AlertView(String username, @Nullable String displayName, Instant sentAt, @Nullable Instant seenAt,
            @Nullable Boolean audible, @Nullable Instant declinedAt, @Nullable String reason) {

        static AlertView of(String guide, @Nullable String name, @Nullable Instant sent, @Nullable Alert given) {
            if (given == null) {
                return new AlertView(guide, name, Objects.requireNonNull(sent), null, null, null, null);
            }
            return new AlertView(guide, name, (sent != null) ? sent : given.getSentAt(), given.getSeenAt(),
                    given.getAudible(), given.getDeclinedAt(), given.getReason());
        }

    }

    /**
     * One thing that happened.
     *
     * @param username the guide who did it, or whom the call lost
     * @param to the guide to whom it was transferred
     * @param region where it rang as well, or to which it was transferred
     */
    public record EventView(Instant at, CallEventKind kind, @Nullable String username, @Nullable String displayName,
            @Nullable String to, @Nullable String toDisplayName, @Nullable CodeAndName region,
            @Nullable String reason) {
    }

}
