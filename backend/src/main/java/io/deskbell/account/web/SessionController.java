package io.deskbell.account.web;

import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;

import io.deskbell.account.Attempts;
import io.deskbell.account.Pairing;
import io.deskbell.account.Sessions;
import io.deskbell.account.SessionView;
import io.deskbell.account.SignIn;
import io.deskbell.realtime.Sockets;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Slf4j
@RestController
@RequiredArgsConstructor
class SessionController {

    private final SignIn signIn;

    private final Pairing pairing;

    private final Sessions sessions;

    private final SignedIn signedIn;

    private final DeviceCookie cookie;

    private final Attempts attempts;

    private final Sockets sockets;

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
        Attempts.Key account = new Attempts.Key(Attempts.Kind.ACCOUNT, given.username());
        Caller caller = guessing(List.of(address(request), account),
                () -> this.signIn.byPassword(given.username(), given.password()));
        this.signedIn.begin(caller, request, response);
        return this.sessions.of(caller);
    }

    @PostMapping("/api/desk/pair")
    SessionView pair(@RequestBody @Valid Code given, HttpServletRequest request, HttpServletResponse response) {
        Pairing.Paired paired = guessing(List.of(address(request)), () -> this.pairing.pair(given.pairingCode()));
        this.cookie.write(paired.token(), request, response);
        this.signedIn.begin(paired.desk(), request, response);
        log.info("Desk {} was paired", paired.desk().deskCode());
        return this.sessions.of(paired.desk());
    }

    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@Nullable Principal principal, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (principal != null) {
            String device = Caller.of(principal).device();
            if (device != null) {
                this.pairing.forget(device);
                this.cookie.remove(request, response);
            }
        }
        SecurityContextHolder.clearContext();
        if (session != null) {
            this.sockets.closeSession(session.getId());
            session.invalidate();
        }
    }

    private static Attempts.Key address(HttpServletRequest request) {
        return new Attempts.Key(Attempts.Kind.ADDRESS, request.getRemoteAddr());
    }

    private <T> T guessing(List<Attempts.Key> keys, Supplier<T> attempt) {
        this.attempts.check(keys);
        try {
            return attempt.get();
        }
        catch (Refusal refusal) {
            this.attempts.failed(keys);
            throw refusal;
        }
    }

    record Credentials(@NotBlank @Size(max = 100) @Pattern(regexp = Texts.STORABLE) String username,
            @NotBlank @Size(max = 200) String password) {
    }

    record Code(@NotBlank @Size(max = 40) String pairingCode) {
    }

}
