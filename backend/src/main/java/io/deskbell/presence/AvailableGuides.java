package io.deskbell.presence;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deskbell.account.UserDirectory;
import io.deskbell.realtime.OpenConnections;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Which guides are on duty: connected, AVAILABLE by their own choice, and with room for
 * one more call.
 */
@Component
@RequiredArgsConstructor
public class AvailableGuides {

    private final UserDirectory users;

    private final GuideLoads guideLoads;

    private final OpenConnections connections;

    /** The usernames of the guides on duty in a region. */
    public List<String> of(String region) {
        List<String> guides = connectedIn(region);
        if (guides.isEmpty()) {
            return guides;
        }
        Map<String, Integer> loads = this.guideLoads.all();
        List<String> inCalls = guides.stream().filter(loads::containsKey).toList();
        if (inCalls.isEmpty()) {
            return guides;
        }
        Map<String, Integer> limits = this.users.maxCallsOf(inCalls);
        return guides.stream()
            .filter((guide) -> !loads.containsKey(guide) || loads.get(guide) < limits.getOrDefault(guide, 0))
            .toList();
    }

    /** The same including guides who have reached their maximum of calls. */
    List<String> connectedIn(String region) {
        List<String> available = this.users.availableGuidesOf(region);
        Set<String> connected = this.connections.connectedOf(available);
        return available.stream().filter(connected::contains).toList();
    }

    /** The regions that have such a guide, found with one query. */
    Set<String> regionsWithGuides() {
        Map<String, Set<String>> available = this.users.availableGuidesByRegion();
        available.values().removeIf((guides) -> this.connections.connectedOf(guides).isEmpty());
        return available.keySet();
    }

    /** Whether a guide of a region who is AVAILABLE has lost the connection. */
    public boolean isAnybodyDisconnected(String region) {
        List<String> available = this.users.availableGuidesOf(region);
        return this.connections.connectedOf(available).size() < available.size();
    }

}
