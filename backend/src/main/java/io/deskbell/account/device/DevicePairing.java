package io.deskbell.account.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import io.deskbell.account.AccountSettings;
import io.deskbell.account.Secrets;
import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.region.Desk;
import io.deskbell.region.PairedDesks;
import io.deskbell.region.RegionDirectory;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs browsers with desks and recognises paired browsers by their token. */
@Component
@RequiredArgsConstructor
@Transactional
public class DevicePairing implements PairedDesks {

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    private final PairingCodes codes;

    private final DeskDevices devices;

    private final DeviceTokens tokens;

    private final RegionDirectory directory;

    private final AccountSettings settings;

    private final ApplicationEventPublisher events;

    private final AuditTrail trail;

    private final Clock clock;

    /** Issues a pairing code for a desk; an earlier unused one becomes invalid. */
    public NewCode offer(String desk) {
        lock(desk);
        this.codes.clear(desk);
        String code = Secrets.code();
        Instant expiresAt = this.clock.instant().plus(this.settings.pairingCodeLifetime());
        this.codes.insert(new PairingCode(Secrets.hashOfCode(code), desk, expiresAt));
        this.trail.add(AuditAction.PAIRING_OFFERED, desk);
        return new NewCode(code, expiresAt);
    }

    /** Stores a reusable code without expiry. Only for the demo. */
    public void offerReusable(String desk, String code) {
        this.codes.insert(new PairingCode(Secrets.hashOfCode(code), desk, null));
    }

    /**
     * Pairs a browser if the code is valid and its desk is enabled. A single-use code
     * replaces the desk's earlier device.
     */
    public Optional<Paired> pair(String typed) {
        String codeHash = Secrets.hashOfCode(typed);
        return this.codes.findDesk(codeHash)
            .flatMap(this.directory::lockedDesk)
            .filter(Desk::isEnabled)
            .filter((desk) -> use(codeHash))
            .map(this::pair);
    }

    private boolean use(String codeHash) {
        PairingCode code = this.codes.findAndLockByCodeHash(codeHash).orElse(null);
        if (code == null || !code.isGood(this.clock.instant())) {
            return false;
        }
        if (code.isReusable()) {
            return true;
        }
        this.codes.delete(code);
        this.devices.forgetAllOf(code.getDesk());
        this.events.publishEvent(new DeskUnpaired(code.getDesk()));
        return true;
    }

    private Paired pair(Desk desk) {
        String token = Secrets.token();
        String device = Secrets.hash(token);
        this.devices.insert(new DeskDevice(device, desk.getCode(), this.clock.instant()));
        this.tokens.insert(new DeviceToken(device, device, this.clock.instant()));
        this.trail.add(Caller.usernameOfDesk(desk.getCode()), AuditAction.DESK_PAIRED, desk.getCode());
        this.events.publishEvent(new DeskPaired(desk.getCode()));
        return new Paired(Caller.desk(desk.getCode(), desk.getName(), device), token);
    }

    /**
     * The desk whose device holds this token, with the token it must store: a new one if
     * this is old. The old token stays valid until the new one is used, since a response
     * may get lost; after that, only a copy can hold it.
     */
    public Optional<Paired> recognise(String token) {
        Optional<DeviceToken> found = this.tokens.findById(Secrets.hash(token));
        Optional<Caller> desk = found.flatMap((known) -> this.devices.findAndLockByTokenHash(known.getDevice()))
            .flatMap((device) -> stillPaired(device.getTokenHash()));
        if (found.isEmpty() || desk.isEmpty()) {
            return Optional.empty();
        }
        DeviceToken known = found.get();
        if (this.tokens.existsByDeviceAndIssuedAtAfterAndUsedAtNotNull(known.getDevice(), known.getIssuedAt())) {
            noticeCopy(desk.get());
            return Optional.empty();
        }
        Instant now = this.clock.instant();
        this.tokens.use(known.getTokenHash(), now);
        boolean old = known.getIssuedAt().plus(this.settings.deviceTokenLifetime()).isBefore(now);
        return desk.map((caller) -> new Paired(caller, old ? successor(known) : token));
    }

    private String successor(DeviceToken before) {
        String token = Secrets.token();
        this.tokens.insert(new DeviceToken(Secrets.hash(token), before.getDevice(), this.clock.instant()));
        return token;
    }

    /**
     * Records that a device's cookie is used from two places at once, and reports it at
     * most once an hour.
     */
    public void noticeCopy(Caller desk) {
        Instant now = this.clock.instant();
        if (desk.device() != null && this.devices.noticeCopy(desk.device(), now, now.minus(TOLD_AGAIN_AFTER)) > 0) {
            this.trail.add(desk.username(), AuditAction.DEVICE_COPY_NOTICED, desk.deskCode());
            this.events.publishEvent(new DeviceCloned(desk.deskCode()));
        }
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
    public Set<String> paired() {
        return this.devices.findTokenHashesOf(this.directory.enabledDesks());
    }

    /** Ends the pairing of every device of a desk. */
    public void unpair(String desk) {
        lock(desk);
        this.devices.forgetAllOf(desk);
        this.trail.add(AuditAction.DESK_UNPAIRED, desk);
        this.events.publishEvent(new DeskUnpaired(desk));
    }

    /** Ends the pairing of one device. */
    public void forget(String device) {
        this.devices.forget(device);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> pairedOf(Collection<String> desks) {
        return this.devices.findPairedOf(desks);
    }

    /**
     * Locks the desk until the transaction ends, to serialise changes of its pairing.
     */
    private void lock(String desk) {
        if (this.directory.lockedDesk(desk).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    /** A code for an admin to show. */
    public record NewCode(String pairingCode, Instant expiresAt) {
    }

    /** A paired desk, and the token its browser must store. */
    public record Paired(Caller desk, String token) {
    }

}
