package io.deskbell.account.web;

import java.security.Principal;

import io.deskbell.account.BruteForceProtection;
import io.deskbell.account.KnownBrowsers;
import io.deskbell.account.PasswordChange;
import io.deskbell.account.SignIn;
import io.deskbell.account.SignInAttempt;
import io.deskbell.account.device.DevicePairing;
import io.deskbell.account.session.SessionView;
import io.deskbell.account.session.SessionViews;
import io.deskbell.account.session.UserSessions;
import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.text.UserText;
import io.deskbell.shared.text.Username;
import io.deskbell.shared.web.RemoteAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Slf4j
@RestController
@RequiredArgsConstructor
class SessionController {

    private final SignIn signIn;

    private final DevicePairing pairing;

    private final SessionViews sessions;

    private final LoginSession loginSession;

    private final Cookies cookies;

    private final KnownBrowsers browsers;

    private final BruteForceProtection bruteForce;

    private final AuditTrail trail;

    private final OpenConnections connections;

    private final UserSessions userSessions;

    private final PasswordChange passwords;

    @GetMapping("/api/session")
    SessionView current(@Nullable Principal principal) {
        if (principal == null) {
            throw new Refusal(ProblemCode.BAD_CREDENTIALS, "Nobody is signed in.");
        }
        return this.sessions.of(Caller.of(principal));
    }

    @PostMapping("/api/session")
    SessionView signIn(@RequestBody @Valid Credentials given, HttpServletRequest request,
            HttpServletResponse response) {
        String browser = this.cookies.browser(request);
        Caller caller = this.signIn.signIn(new SignInAttempt(given.username(), given.password(), given.code(),
                RemoteAddress.addressOf(request), browser));
        this.cookies.keepBrowser(this.browsers.remember(browser, caller), request, response);
        this.loginSession.begin(caller, request, response);
        return this.sessions.of(caller);
    }

    @PostMapping("/api/desk/pair")
    SessionView pair(@RequestBody @Valid Code given, HttpServletRequest request, HttpServletResponse response) {
        DevicePairing.Paired paired = this.bruteForce
            .count(BruteForceProtection.Guess.pairingCode(RemoteAddress.addressOf(request)),
                    () -> this.pairing.pair(given.pairingCode()))
            .orElseThrow(() -> {
                this.trail.add(AuditAction.PAIRING_FAILED, null);
                return new Refusal(ProblemCode.BAD_PAIRING_CODE,
                        "This pairing code is wrong, used or too old. Ask an admin for a new one.");
            });
        this.cookies.keepDevice(paired.token(), request, response);
        this.loginSession.begin(paired.desk(), request, response);
        log.info("Desk {} was paired", paired.desk().deskCode());
        return this.sessions.of(paired.desk());
    }

    /** Ends all other sessions of this account. */
    @PutMapping("/api/session/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody @Valid NewPassword given, Principal principal, HttpServletRequest request,
            HttpServletResponse response) {
        String username = principal.getName();
        String here = request.getSession().getId();
        Caller caller = this.passwords.change(username, given.current(), given.password(), here);
        this.loginSession.keep(caller, request, response);
        this.userSessions.endOthers(username, here);
    }

    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@Nullable Principal principal, HttpServletRequest request, HttpServletResponse response) {
        if (principal != null) {
            this.trail.add(AuditAction.SIGNED_OUT, null);
        }
        String device = (principal != null) ? Caller.of(principal).device() : null;
        if (device != null) {
            this.pairing.forget(device);
            this.connections.closeDevice(device);
            this.cookies.removeDevice(request, response);
        }
        this.loginSession.end(request);
    }

    record Credentials(@NotBlank @Size(max = 100) @Pattern(regexp = UserText.STORABLE) String username,
            @NotBlank @Size(max = 200) String password, @Nullable @Size(max = 40) String code) {

        Credentials {
            username = (username != null) ? Username.folded(username) : username;
        }

    }

    record NewPassword(@NotBlank @Size(max = 200) String current, @NotNull @Size(min = 10, max = 200) String password) {
    }

    record Code(@NotBlank @Size(max = 40) String pairingCode) {
    }

}
