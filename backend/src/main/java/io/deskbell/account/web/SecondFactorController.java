package io.deskbell.account.web;

import java.security.Principal;
import java.util.List;

import io.deskbell.account.PasswordVerifier;
import io.deskbell.account.SecondFactors;
import io.deskbell.account.session.UserSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The caller's own second factor. Setting it up needs the password again; removing it or
 * renewing backup codes also needs a code.
 */
@RestController
@RequestMapping("/api/session/second-factor")
@RequiredArgsConstructor
class SecondFactorController {

    private final SecondFactors factors;

    private final PasswordVerifier passwords;

    private final UserSessions userSessions;

    private final LoginSession loginSession;

    @GetMapping
    State state(Principal principal) {
        return new State(this.factors.has(principal.getName()), this.factors.backupCodesOf(principal.getName()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SecondFactors.NewFactor offer(@RequestBody @Valid Current given, Principal principal, HttpSession session) {
        this.passwords.again(principal.getName(), given.current(), session.getId());
        return this.factors.offer(principal.getName());
    }

    /** Ends all other sessions of this account. */
    @PutMapping
    BackupCodes confirm(@RequestBody @Valid Code given, Principal principal, HttpServletRequest request,
            HttpServletResponse response) {
        SecondFactors.Confirmed confirmed = this.factors.confirm(principal.getName(), given.code());
        this.loginSession.keep(confirmed.caller(), request, response);
        this.userSessions.endOthers(principal.getName(), request.getSession().getId());
        return new BackupCodes(confirmed.backupCodes());
    }

    @PostMapping("/backup-codes")
    BackupCodes renewBackupCodes(@RequestBody @Valid Both given, Principal principal, HttpSession session) {
        this.passwords.again(principal.getName(), given.current(), session.getId());
        return new BackupCodes(this.factors.renewBackupCodes(principal.getName(), given.code()));
    }

    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestBody @Valid Both given, Principal principal, HttpSession session) {
        this.passwords.again(principal.getName(), given.current(), session.getId());
        this.factors.remove(principal.getName(), given.code());
    }

    /**
     * Whether sign-in asks for a code.
     *
     * @param backupCodes how many backup codes are left
     */
    record State(boolean on, int backupCodes) {
    }

    record Current(@NotBlank @Size(max = 200) String current) {
    }

    record Both(@NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 40) String code) {
    }

    record Code(@NotBlank @Size(max = 40) String code) {
    }

    /** Shown only once. */
    record BackupCodes(List<String> backupCodes) {
    }

}
