package io.deskbell.region;

import java.util.List;
import java.util.Set;

import io.deskbell.realtime.AccessPolicy;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The status of a region's desks. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class DeskBoard {

    private final Desks desks;

    private final PairedDesks paired;

    private final OpenConnections connections;

    private final AccessPolicy policy;

    /**
     * The desks of a region that this person may subscribe to, sorted by code.
     * @throws Refusal {@code NOT_FOUND} for any other region
     */
    public List<DeskStatus> of(Caller caller, String region) {
        if (!this.policy.maySubscribe(caller, region)) {
            throw Refusal.notFound();
        }
        return of(region);
    }

    /** The desks of a region, sorted by code. */
    public List<DeskStatus> of(String region) {
        List<Desk> found = this.desks.findByRegionOrderByCode(region);
        Set<String> pairedOnes = this.paired.pairedOf(found.stream().map(Desk::getCode).toList());
        return found.stream()
            .map((desk) -> new DeskStatus(desk.getCode(), desk.getName(), desk.isEnabled(),
                    pairedOnes.contains(desk.getCode()),
                    this.connections.isConnected(Caller.usernameOfDesk(desk.getCode())), desk.getLastSeen(),
                    desk.getNames()))
            .toList();
    }

}
