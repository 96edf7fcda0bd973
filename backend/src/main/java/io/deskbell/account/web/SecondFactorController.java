package io.deskbell.account.web;

import java.security.Principal;
import java.util.List;

import io.deskbell.account.PasswordCheck;
import io.deskbell.account.SecondFactors;
import io.deskbell.shared.web.Remote;
import jakarta.servlet.http.HttpServletRequest;
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

/** One's own second factor. Whatever weakens or shows it asks for the password again. */
@RestController
@RequestMapping("/api/session/second-factor")
@RequiredArgsConstructor
class SecondFactorController {

    private final SecondFactors factors;

    private final PasswordCheck passwords;

    @GetMapping
    State state(Principal principal) {
        return new State(this.factors.has(principal.getName()), this.factors.backupCodesOf(principal.getName()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SecondFactors.NewFactor offer(@RequestBody @Valid Current given, Principal principal, HttpServletRequest request) {
        this.passwords.again(principal.getName(), given.current(), Remote.addressOf(request));
        return this.factors.offer(principal.getName());
    }

    @PutMapping
    BackupCodes confirm(@RequestBody @Valid Code given, Principal principal) {
        return new BackupCodes(this.factors.confirm(principal.getName(), given.code()));
    }

    @PostMapping("/backup-codes")
    BackupCodes renewBackupCodes(@RequestBody @Valid Current given, Principal principal, HttpServletRequest request) {
        this.passwords.again(principal.getName(), given.current(), Remote.addressOf(request));
        return new BackupCodes(this.factors.renewBackupCodes(principal.getName()));
    }

    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestBody @Valid Current given, Principal principal, HttpServletRequest request) {
        this.passwords.again(principal.getName(), given.current(), Remote.addressOf(request));
        this.factors.remove(principal.getName());
    }

    /**
     * Whether the code of an app is asked for at sign-in.
     *
     * @param backupCodes how many are left
     */
    record State(boolean on, int backupCodes) {
    }

    record Current(@NotBlank @Size(max = 200) String current) {
    }

    record Code(@NotBlank @Size(max = 40) String code) {
    }

    /** Shown this once. */
    record BackupCodes(List<String> backupCodes) {
    }

}
