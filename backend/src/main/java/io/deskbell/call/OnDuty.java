package io.deskbell.call;

import java.util.List;
import java.util.Set;

import io.deskbell.account.People;
import io.deskbell.realtime.Sockets;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Which guides are on duty: connected, AVAILABLE by their own word, and with room for one
 * more call.
 */
@Component
@RequiredArgsConstructor
class OnDuty {

    private final People people;

    private final Calls calls;

    private final Sockets sockets;

    /** The usernames of those of a region. */
    List<String> of(String region) {
        List<String> atWork = atWork(region);
        if (atWork.isEmpty()) {
            return atWork;
        }
        Set<String> full = this.calls.findFullGuides();
        return atWork.stream().filter((guide) -> !full.contains(guide)).toList();
    }

    /** Those too who have as many calls as they may. */
    List<String> atWork(String region) {
        List<String> available = this.people.availableGuidesOf(region);
        Set<String> connected = this.sockets.connectedOf(available);
        return available.stream().filter(connected::contains).toList();
    }

    /** Whether somebody of a region who is available has only lost the connection. */
    boolean isSomebodyLost(String region) {
        List<String> available = this.people.availableGuidesOf(region);
        return this.sockets.connectedOf(available).size() < available.size();
    }

}
