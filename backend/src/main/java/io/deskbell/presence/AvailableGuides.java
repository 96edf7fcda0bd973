package io.deskbell.presence;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deskbell.account.UserDirectory;
import io.deskbell.realtime.OpenConnections;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Which guides are on duty: connected, AVAILABLE by their own word, and with room for one
 * more call.
 */
@Component
@RequiredArgsConstructor
public class AvailableGuides {

    private final UserDirectory users;

    private final GuideLoads guideLoads;

    private final OpenConnections connections;

    /** The usernames of those of a region. */
    public List<String> of(String region) {
        List<String> atWork = atWork(region);
        if (atWork.isEmpty()) {
            return atWork;
        }
        Map<String, Integer> loads = this.guideLoads.all();
        List<String> inCalls = atWork.stream().filter(loads::containsKey).toList();
        if (inCalls.isEmpty()) {
            return atWork;
        }
        Map<String, Integer> limits = this.users.maxCallsOf(inCalls);
        return atWork.stream()
            .filter((guide) -> !loads.containsKey(guide) || loads.get(guide) < limits.getOrDefault(guide, 0))
            .toList();
    }

    /** Those too who have as many calls as they may. */
    List<String> atWork(String region) {
        List<String> available = this.users.availableGuidesOf(region);
        Set<String> connected = this.connections.connectedOf(available);
        return available.stream().filter(connected::contains).toList();
    }

    /** The regions that have such a guide, all at once. */
    Set<String> regionsAtWork() {
        Map<String, Set<String>> available = this.users.availableGuidesByRegion();
        available.values().removeIf((guides) -> this.connections.connectedOf(guides).isEmpty());
        return available.keySet();
    }

    /** Whether somebody of a region who is available has only lost the connection. */
    public boolean isSomebodyLost(String region) {
        List<String> available = this.users.availableGuidesOf(region);
        return this.connections.connectedOf(available).size() < available.size();
    }

}
