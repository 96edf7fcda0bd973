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
import io.deskbell.account.Presence;
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
 * How guides stand: what they say of themselves, kept apart from whether they are
 * connected, and BUSY by itself where they have as many calls as they may.
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

    /** The regions that had somebody on duty at the last announcement. */
    private final Set<String> covered = ConcurrentHashMap.newKeySet();

    /** To which regions each connected guide was last announced. */
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    /** Stores what a guide says and announces it. */
    public void say(Caller guide, Presence state) {
        this.users.say(guide.username(), state);
        this.connections.recheck(guide.username());
    }

    /**
     * The guides of a region, whatever they do.
     * @throws Refusal {@code NOT_FOUND} where the caller may not follow the region
     */
    @Transactional(readOnly = true)
    public List<GuidePresence> of(Caller caller, String region) {
        if (!this.users.mayFollow(caller, region)) {
            throw Refusal.notFound();
        }
        return of(region);
    }

    /** The same, for whoever may see all. */
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

    /** How many of a region could take a call now. */
    public int onDutyIn(String region) {
        return this.availableGuides.of(region).size();
    }

    private static Presence state(Account guide, int load) {
        boolean full = guide.getPresence() == Presence.AVAILABLE && load >= guide.getMaxCalls();
        return full ? Presence.BUSY : guide.getPresence();
    }

    /**
     * Before the calls are looked at: who is there is told before what becomes of their
     * calls.
     */
    @EventListener
    @Order(1)
    void on(ConnectionsChanged change) {
        Set<String> regions = new HashSet<>();
        this.publisher.together(() -> {
            change.usernames()
                .stream()
                .filter((username) -> !Caller.isDesk(username))
                .forEach((guide) -> regions.addAll(tell(guide)));
            regions.forEach(this::tellCoverage);
        });
        regions.forEach(this.coverageMonitor::look);
    }

    /**
     * Announces a guide to the regions that the guide serves, and to those that last
     * heard of the guide and may not be served any more.
     * @return these regions
     */
    private Set<String> tell(String username) {
        Optional<Account> guide = this.users.enabled(username).filter((account) -> account.getRole() == Role.GUIDE);
        Set<String> serves = guide.map(Account::getRegions).orElse(Set.of());
        Set<String> concerned = new HashSet<>(serves);
        concerned.addAll(this.told.getOrDefault(username, Set.of()));
        boolean connected = this.connections.isConnected(username);
        int load = guide.isPresent() ? this.guideLoads.of(username) : 0;
        for (String region : concerned) {
            boolean here = serves.contains(region);
            Presence intent = here ? guide.map(Account::getPresence).orElse(Presence.AWAY) : Presence.AWAY;
            Presence state = here ? guide.map((account) -> state(account, load)).orElse(intent) : intent;
            this.publisher.toRegion(region, new PresenceChange("PRESENCE", username,
                    guide.map(Account::getDisplayName).orElse(null), state, intent, here && connected, load));
        }
        if (connected) {
            this.told.put(username, serves);
        }
        else {
            this.told.remove(username);
        }
        return concerned;
    }

    private void tellCoverage(String region) {
        int count = onDutyIn(region);
        boolean changed = (count > 0) ? this.covered.add(region) : this.covered.remove(region);
        if (changed) {
            this.publisher.toRegion(region, new CoverageChange("COVERAGE", region, count));
        }
    }

    /**
     * One guide as colleagues see it.
     *
     * @param state BUSY also by itself
     * @param intent what the guide said
     */
    public record GuidePresence(String username, String displayName, Presence state, Presence intent, boolean connected,
            int calls) {
    }

    /**
     * The region's topic: a guide came, went, said something, has other calls or another
     * name; it is left out of one who is a guide no longer.
     */
    record PresenceChange(String type, String username,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String displayName, Presence state, Presence intent,
            boolean connected, int calls) {
    }

    /** The region's topic: the last guide on duty left, or the first came. */
    record CoverageChange(String type, String region, int onDuty) {
    }

}
