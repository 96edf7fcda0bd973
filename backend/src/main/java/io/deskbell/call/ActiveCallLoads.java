package io.deskbell.call;

import java.util.Map;
import java.util.stream.Collectors;

import io.deskbell.presence.GuideLoads;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/** Counts the active calls of guides. */
@Component
@RequiredArgsConstructor
class ActiveCallLoads implements GuideLoads {

    private final Calls calls;

    @Override
    public Map<String, Integer> all() {
        return this.calls.countActive().stream().collect(Collectors.toMap(Calls.Load::getGuide, Calls.Load::getCalls));
    }

    @Override
    public int of(String username) {
        return this.calls.countByPartiesGuideAndState(username, CallState.ACTIVE);
    }

}
