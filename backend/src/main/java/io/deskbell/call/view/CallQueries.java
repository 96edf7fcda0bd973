package io.deskbell.call.view;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.account.UserDirectory;
import io.deskbell.call.Call;
import io.deskbell.call.CallAccess;
import io.deskbell.call.CallState;
import io.deskbell.call.Calls;
import io.deskbell.call.record.NewestCalls;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Ids;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import io.deskbell.shared.database.KeyRange;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the calls that a caller may see. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CallQueries {

    private final Calls calls;

    private final CallViews views;

    private final UserDirectory users;

    private final CallParticipantsCache participantsCache;

    private final JdbcClient jdbc;

    /**
     * The caller's open calls, and those that concern this guide alone: transferred to
     * this guide, or ringing again because this guide was lost. A desk has one at most.
     */
    public List<CallView> current(Caller caller) {
        if (caller.is(Role.DESK)) {
            return this.calls.findByOpenDesk(caller.deskCode())
                .stream()
                .map((call) -> this.views.of(call, caller))
                .toList();
        }
        return Stream
            .concat(this.calls.findByPartiesGuideAndStateOrderByNumberDesc(caller.username(), CallState.ACTIVE)
                .stream(), this.calls.findAsking(caller.username()).stream())
            .map(this.views::of)
            .toList();
    }

    /** All that are not over, in the order of ringing. */
    public List<CallView> open() {
        return this.calls.findOpen().stream().map(this.views::of).toList();
    }

    /** What this desk or guide has to know of: own calls, and those to answer. */
    public List<CallVersion> versions(Caller caller) {
        CallAccess access = accessOf(caller);
        List<Call> open = caller.is(Role.DESK) ? this.calls.findByOpenDesk(caller.deskCode()).stream().toList()
                : this.calls.findOpenFor(caller.username(), access.regions());
        return open.stream()
            .filter((call) -> isOwn(call, caller) || access.mayAccept(call))
            .map((call) -> new CallVersion(call.getId(), call.getVersion(), isOwn(call, caller)))
            .toList();
    }

    private static boolean isOwn(Call call, Caller caller) {
        return call.getParties().isDesk(caller)
                || (call.getParties().isGuide(caller) && call.getState() == CallState.ACTIVE);
    }

    /**
     * One call.
     * @throws Refusal {@code NOT_FOUND} for a call this caller may not know of
     */
    public CallView get(Caller caller, String id) {
        return this.views.of(find(id, (call) -> isVisible(call, caller)), caller);
    }

    /**
     * Newest first; a guide sees those of the own regions, and of others what rings here
     * too: those that are over are that region's own history.
     * @param states empty for all
     */
    public Page<CallView> list(Caller caller, List<CallState> states, @Nullable String region, PageQuery page) {
        Cursor after = page.after(1);
        KeyRange numbers = KeyRange.ALL.below((after != null) ? after.number(0) : Long.MAX_VALUE);
        Set<String> mine = caller.is(Role.ADMIN) ? null : this.users.regionsOf(caller);
        Set<String> own = (region == null) ? mine : (mine == null || mine.contains(region)) ? Set.of(region) : Set.of();
        List<Call> beyond = (own == null) ? List.of()
                : this.calls.findOpen()
                    .stream()
                    .filter((call) -> call.getNumber() <= numbers.high() && !own.contains(call.getRegion()))
                    .filter((call) -> states.isEmpty() || states.contains(call.getState()))
                    .filter((call) -> region == null || call.getRinging().getRegions().contains(region))
                    .filter((call) -> mine == null || call.getRinging().isInAnyOf(mine))
                    .toList();
        List<Long> numbersOfOwn = new NewestCalls(new NewestCalls.Which(states, own, null, null, null, null))
            .read(this.jdbc, numbers, page.size() + 1);
        List<Call> rows = Stream.concat(beyond.stream(), this.calls.findByNumberIn(numbersOfOwn).stream())
            .sorted(Comparator.comparingLong(Call::getNumber).reversed())
            .limit(page.size() + 1L)
            .toList();
        return Page.of(rows, page.size(), (call) -> Cursor.after(call.getNumber()), this.views::of);
    }

    /** The calls of these ids, by id. */
    public Map<UUID, CallView> views(Collection<UUID> ids) {
        return this.calls.findAllById(ids)
            .stream()
            .map(this.views::of)
            .collect(Collectors.toMap(CallView::id, Function.identity()));
    }

    /** The participants of a call; up to a second old where another server changed it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CallParticipants> participants(UUID id) {
        return this.participantsCache.find(id);
    }

    /** Whether this caller may know that the call exists. */
    public boolean isVisible(Call call, Caller caller) {
        return caller.is(Role.ADMIN) || accessOf(caller).maySee(call);
    }

    public CallAccess accessOf(Caller caller) {
        return new CallAccess(caller, this.users.regionsOf(caller));
    }

    public Call find(String id, Predicate<Call> known) {
        return Ids.parse(id).flatMap(this.calls::findById).filter(known).orElseThrow(Refusal::notFound);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Call locked(String id, Predicate<Call> known) {
        return Ids.parse(id).flatMap(this.calls::findAndLockById).filter(known).orElseThrow(Refusal::notFound);
    }

    /**
     * What a page holds of a call.
     *
     * @param own whether it knows the chat as well
     */
    public record CallVersion(UUID id, long version, boolean own) {
    }

}
