package io.deskbell.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.region.Desk;
import io.deskbell.region.Directory;
import io.deskbell.region.PairedDesks;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs browsers with desks, and knows a paired one again by its token. */
@Component
@RequiredArgsConstructor
@Transactional
public class Pairing implements PairedDesks {

    private final PairingCodes codes;

    private final DeskDevices devices;

    private final Directory directory;

    private final AccountSettings settings;

    private final ApplicationEventPublisher events;

    private final AuditTrail trail;

    private final Clock clock;

    /** Makes a code for a desk; an earlier one that was not used is no longer good. */
    public NewCode offer(String desk) {
        checkDesk(desk);
        Instant now = this.clock.instant();
        this.codes.clear(desk, now);
        String code = Secrets.pairingCode();
        Instant expiresAt = now.plus(this.settings.pairingCodeLifetime());
        this.codes.save(new PairingCode(Secrets.hashOfCode(code), desk, expiresAt));
        this.trail.add(AuditAction.PAIRING_OFFERED, desk);
        return new NewCode(code, expiresAt);
    }

    /** A code that pairs any number of browsers for ever. Only the demo has such. */
    public void offerAlways(String desk, String code) {
        this.codes.save(new PairingCode(Secrets.hashOfCode(code), desk, null));
    }

    /**
     * Pairs a browser. A code of one use replaces the desk's earlier device.
     * @throws Refusal {@code BAD_PAIRING_CODE}
     */
    public Paired pair(String typed) {
        PairingCode code = this.codes.findById(Secrets.hashOfCode(typed))
            .filter((found) -> found.isGood(this.clock.instant()))
            .orElseThrow(Pairing::bad);
        if (!code.isReusable()) {
            if (this.codes.use(code.getCodeHash()) == 0) {
                throw bad();
            }
            this.devices.deleteByDesk(code.getDesk());
            this.events.publishEvent(new DeskUnpaired(code.getDesk()));
        }
        Desk desk = this.directory.desk(code.getDesk()).filter(Desk::isEnabled).orElseThrow(Pairing::bad);
        String token = Secrets.token();
        DeskDevice device = this.devices
            .save(new DeskDevice(Secrets.hash(token), desk.getCode(), this.clock.instant()));
        this.trail.add(Caller.usernameOfDesk(desk.getCode()), AuditAction.DESK_PAIRED, desk.getCode());
        return new Paired(Caller.desk(desk.getCode(), desk.getName(), device.getTokenHash()), token);
    }

    /** The desk whose device holds this token. */
    @Transactional(readOnly = true)
    public Optional<Caller> recognise(String token) {
        return stillPaired(Secrets.hash(token));
    }

    /** The desk of a device, as long as it is paired and its desk is enabled. */
    @Transactional(readOnly = true)
    public Optional<Caller> stillPaired(String device) {
        return this.devices.findById(device)
            .flatMap((found) -> this.directory.desk(found.getDesk()))
            .filter(Desk::isEnabled)
            .map((desk) -> Caller.desk(desk.getCode(), desk.getName(), device));
    }

    /** All devices that {@link #stillPaired} knows. */
    @Transactional(readOnly = true)
    Set<String> paired() {
        return this.devices.findTokenHashesOf(this.directory.enabledDesks());
    }

    /** Ends the pairing of every device of a desk. */
    public void unpair(String desk) {
        checkDesk(desk);
        this.devices.deleteByDesk(desk);
        this.trail.add(AuditAction.DESK_UNPAIRED, desk);
        this.events.publishEvent(new DeskUnpaired(desk));
    }

    /** Ends the pairing of one device. */
    public void forget(String device) {
        this.devices.deleteById(device);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> pairedOf(Collection<String> desks) {
        return this.devices.findPairedOf(desks);
    }

    private void checkDesk(String desk) {
        if (this.directory.desk(desk).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private static Refusal bad() {
        return new Refusal(ProblemCode.BAD_PAIRING_CODE,
                "This pairing code is wrong, used or too old. Ask an admin for a new one.");
    }

    /** A code for an admin to show. */
    public record NewCode(String pairingCode, Instant expiresAt) {
    }

    /** A desk that has just been paired, and the token its browser keeps. */
    public record Paired(Caller desk, String token) {
    }

}
