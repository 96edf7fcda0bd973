package io.deskbell.region.monitor;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.realtime.OpenConnections;
import io.deskbell.region.Desks;
import io.deskbell.region.Desks.Watched;
import io.deskbell.region.PairedDesks;
import io.deskbell.shared.Caller;
import io.deskbell.shared.database.TransactionPerItem;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds desks that are due for a check. Due times are stored in the database, so they
 * survive a restart.
 */
@Component
class OfflineDeskMonitor {

    private final Desks desks;

    private final OfflineDeskCheck check;

    private final PairedDesks paired;

    private final OpenConnections connections;

    private final TransactionPerItem transactions;

    private final Clock clock;

    /** How many desks are reported offline and not back. */
    private final AtomicInteger offline = new AtomicInteger();

    OfflineDeskMonitor(Desks desks, OfflineDeskCheck check, PairedDesks paired, OpenConnections connections,
            TransactionPerItem transactions, Clock clock, MeterRegistry meters) {
        this.desks = desks;
        this.check = check;
        this.paired = paired;
        this.connections = connections;
        this.transactions = transactions;
        this.clock = clock;
        meters.gauge("deskbell.desks.offline", this.offline);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        this.desks.findDue(this.clock.instant()).forEach(this::check);
    }

    /**
     * Finds desks that no event covers: those that did not reconnect after the server
     * stopped, were unpaired or enabled.
     */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void reconcile() {
        List<Watched> watched = this.desks.findWatched();
        this.offline.set((int) watched.stream().filter((desk) -> desk.toldAt() != null).count());
        Set<String> connected = this.connections
            .connectedOf(watched.stream().map((desk) -> Caller.usernameOfDesk(desk.code())).toList());
        Predicate<Watched> isConnected = (desk) -> connected.contains(Caller.usernameOfDesk(desk.code()));
        Set<String> pairedOnes = this.paired.pairedOf(
                watched.stream().filter(Predicate.not(isConnected)).map(Watched::code).collect(Collectors.toSet()));
        Stream<Watched> unlike = watched.stream().filter((desk) -> {
            boolean missing = desk.enabled() && pairedOnes.contains(desk.code());
            return missing != (desk.since() != null);
        });
        unlike.map(Watched::code).forEach(this::check);
    }

    /** A failed check is retried by the next sweep and does not hold up other desks. */
    private void check(String code) {
        this.transactions.run("Desk {} could not be checked; it will be retried", code, () -> this.check.check(code));
    }

}
