package io.deskbell.presence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskbell.account.Account;
import io.deskbell.account.PresenceState;
import io.deskbell.account.UserDirectory;
import io.deskbell.realtime.ConnectionsChanged;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.realtime.Publisher;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The presence of guides: what they have set themselves, apart from whether they are
 * connected, and BUSY automatically at as many calls as they may have.
 */
@Component
@RequiredArgsConstructor
public class GuidePresenceService {

    private final UserDirectory users;

    private final GuideLoads guideLoads;

    private final AvailableGuides availableGuides;

    private final RegionCoverageMonitor coverageMonitor;

    private final OpenConnections connections;

    private final Publisher publisher;

    /** The regions last announced as having a guide on duty. */
    private final Set<String> covered = ConcurrentHashMap.newKeySet();

    /** The regions to which each connected guide was last announced. */
    private final Map<String, Set<String>> announced = new ConcurrentHashMap<>();

    /** Sets what a guide has chosen, and announces it. */
    public void setPresence(Caller guide, PresenceState state) {
        this.users.setPresence(guide.username(), state);
        this.connections.recheck(guide.username());
    }

    /**
     * The guides of a region, on duty or not.
     * @throws Refusal {@code NOT_FOUND} if the caller may not subscribe to the region
     */
    @Transactional(readOnly = true)
    public List<GuidePresence> of(Caller caller, String region) {
        if (!this.users.maySubscribe(caller, region)) {
            throw Refusal.notFound();
        }
        return of(region);
    }

    /** The same, without a check of access. */
    @Transactional(readOnly = true)
    public List<GuidePresence> of(String region) {
        List<Account> guides = this.users.guidesOf(region);
        Collection<String> names = guides.stream().map(Account::getUsername).toList();
        Set<String> connected = this.connections.connectedOf(names);
        Map<String, Integer> loads = this.guideLoads.all();
        return guides.stream().map((guide) -> {
            int load = loads.getOrDefault(guide.getUsername(), 0);
            return new GuidePresence(guide.getUsername(), guide.getDisplayName(), state(guide, load),
                    guide.getPresence(), connected.contains(guide.getUsername()), load);
        }).toList();
    }

    /** How many guides of a region could take a call now. */
    public int onDutyIn(String region) {
        return this.availableGuides.of(region).size();
    }

    private static PresenceState state(Account guide, int load) {
        boolean full = guide.getPresence() == PresenceState.AVAILABLE && load >= guide.getMaxCalls();
        return full ? PresenceState.BUSY : guide.getPresence();
    }

    /**
     * Runs before the listeners of the call module, so that presence is announced before
     * changes of calls.
     */
    @EventListener
    @Order(1)
    void on(ConnectionsChanged change) {
        Set<String> regions = new HashSet<>();
        this.publisher.together(() -> {
            change.usernames()
                .stream()
                .filter((username) -> !Caller.isDesk(username))
                .forEach((guide) -> regions.addAll(announce(guide)));
            regions.forEach(this::announceCoverage);
        });
        regions.forEach(this.coverageMonitor::check);
    }

    /**
     * Announces a guide to the regions served, and to those last informed: the guide may
     * no longer serve them.
     * @return these regions
     */
    private Set<String> announce(String username) {
        Optional<Account> guide = this.users.enabled(username).filter((account) -> account.getRole() == Role.GUIDE);
        Set<String> serves = guide.map(Account::getRegions).orElse(Set.of());
        Set<String> concerned = new HashSet<>(serves);
        concerned.addAll(this.announced.getOrDefault(username, Set.of()));
        boolean connected = this.connections.isConnected(username);
        int load = guide.isPresent() ? this.guideLoads.of(username) : 0;
        for (String region : concerned) {
            boolean here = serves.contains(region);
            PresenceState intent = here ? guide.map(Account::getPresence).orElse(PresenceState.AWAY)
                    : PresenceState.AWAY;
            PresenceState state = here ? guide.map((account) -> state(account, load)).orElse(intent) : intent;
            this.publisher.toRegion(region, new PresenceChange("PRESENCE", username,
                    guide.map(Account::getDisplayName).orElse(null), state, intent, here && connected, load));
        }
        if (connected) {
            this.announced.put(username, serves);
        }
        else {
            this.announced.remove(username);
        }
        return concerned;
    }

    private void announceCoverage(String region) {
        int count = onDutyIn(region);
        boolean changed = (count > 0) ? this.covered.add(region) : this.covered.remove(region);
        if (changed) {
            this.publisher.toRegion(region, new CoverageChange("COVERAGE", region, count));
        }
    }

    /**
     * One guide as colleagues see it.
     *
     * @param state BUSY also automatically
     * @param intent what the guide has set
     */
    public record GuidePresence(String username, String displayName, PresenceState state, PresenceState intent,
            boolean connected, int calls) {
    }

    /**
     * Published to the region's topic: a guide's connection, presence, calls or name
     * changed; the guide's details are omitted for somebody who is no longer a guide
     * there.
     */
    record PresenceChange(String type, String username,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String displayName, PresenceState state,
            PresenceState intent, boolean connected, int calls) {
    }

    /**
     * Published to the region's topic: the last guide on duty left, or the first one
     * came.
     */
    record CoverageChange(String type, String region, int onDuty) {
    }

}
