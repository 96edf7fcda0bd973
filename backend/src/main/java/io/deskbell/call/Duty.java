package io.deskbell.call;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.account.Account;
import io.deskbell.account.People;
import io.deskbell.account.Presence;
import io.deskbell.realtime.ConnectionsChanged;
import io.deskbell.realtime.Publisher;
import io.deskbell.realtime.Sockets;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Role;
import lombok.RequiredArgsConstructor;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which guides are on duty: connected, and AVAILABLE by their own word. */
@Component
@RequiredArgsConstructor
public class Duty {

    private final People people;

    private final Calls calls;

    private final Sockets sockets;

    private final Publisher publisher;

    private final Announcer announcer;

    /** The regions that had somebody on duty when it was last told. */
    private final Set<String> covered = ConcurrentHashMap.newKeySet();

    /** The regions that were last told of a connected guide. */
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    /** The usernames of those of a region. */
    List<String> onDuty(String region) {
        List<String> available = this.people.availableGuidesOf(region);
        Set<String> connected = this.sockets.connectedOf(available);
        return available.stream().filter(connected::contains).toList();
    }

    /** Keeps what a guide says, and has it told. */
    public void say(Caller guide, Presence state) {
        this.people.say(guide.username(), state);
        this.sockets.recheck(guide.username());
    }

    /** The guides of a region, whatever they do. */
    @Transactional(readOnly = true)
    public List<GuidePresence> of(Caller caller, String region) {
        if (!this.people.mayFollow(caller, region)) {
            throw Refusal.notFound();
        }
        List<Account> guides = this.people.guidesOf(region);
        Collection<String> names = guides.stream().map(Account::getUsername).toList();
        Set<String> connected = this.sockets.connectedOf(names);
        Map<String, Integer> loads = this.calls.countActive(names)
            .stream()
            .collect(Collectors.toMap(Calls.Load::getGuide, Calls.Load::getCalls));
        return guides.stream()
            .map((guide) -> new GuidePresence(guide.getUsername(), guide.getDisplayName(), guide.getPresence(),
                    connected.contains(guide.getUsername()), loads.getOrDefault(guide.getUsername(), 0)))
            .toList();
    }

    @EventListener
    void on(ConnectionsChanged change) {
        this.publisher.together(() -> change.usernames()
            .stream()
            .filter((username) -> !Caller.isDesk(username))
            .flatMap((guide) -> tell(guide).stream())
            .collect(Collectors.toSet())
            .forEach(this::tellCoverage));
        change.usernames().stream().flatMap(this::openCallsOf).forEach(this.announcer::touched);
    }

    private Stream<UUID> openCallsOf(String username) {
        return (Caller.isDesk(username) ? this.calls.findOpenOfDesk(Caller.deskOf(username))
                : this.calls.findActiveOfGuide(username))
            .stream();
    }

    /**
     * Tells the regions a guide serves, and those that last heard of the guide: it may
     * have left them.
     * @return these regions
     */
    private Set<String> tell(String username) {
        Optional<Account> guide = this.people.enabled(username).filter((account) -> account.getRole() == Role.GUIDE);
        Set<String> serves = guide.map(Account::getRegions).orElse(Set.of());
        Set<String> concerned = new HashSet<>(serves);
        concerned.addAll(this.told.getOrDefault(username, Set.of()));
        boolean connected = this.sockets.isConnected(username);
        for (String region : concerned) {
            boolean here = serves.contains(region);
            Presence state = here ? guide.map(Account::getPresence).orElse(Presence.AWAY) : Presence.AWAY;
            this.publisher.toRegion(region, new PresenceChange("PRESENCE", username, state, here && connected));
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
        int count = onDuty(region).size();
        boolean changed = (count > 0) ? this.covered.add(region) : this.covered.remove(region);
        if (changed) {
            this.publisher.toRegion(region, new CoverageChange("COVERAGE", region, count));
        }
    }

    /** One guide as colleagues see it. */
    public record GuidePresence(String username, String displayName, Presence state, boolean connected, int calls) {
    }

    /** The region's topic: a guide came, went or said something. */
    record PresenceChange(String type, String username, Presence state, boolean connected) {
    }

    /** The region's topic: the last guide on duty left, or the first came. */
    record CoverageChange(String type, String region, int onDuty) {
    }

}
