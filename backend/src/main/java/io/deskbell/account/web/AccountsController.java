package io.deskbell.account.web;

import io.deskbell.account.AccountAdministration;
import io.deskbell.account.AccountForm;
import io.deskbell.account.PasswordChange;
import io.deskbell.account.SecondFactors;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.text.Username;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/accounts")
@RequiredArgsConstructor
class AccountsController {

    private final AccountAdministration accounts;

    private final PasswordChange passwords;

    private final SecondFactors factors;

    @GetMapping
    Page<AccountForm> list(@Valid PageQuery page) {
        return this.accounts.list(page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccountForm create(@RequestBody @Valid AccountForm form) {
        return this.accounts.create(form);
    }

    @GetMapping("/{username}")
    AccountForm get(@PathVariable Username username) {
        return this.accounts.get(username.value());
    }

    @PatchMapping("/{username}")
    AccountForm change(@PathVariable Username username, @RequestBody ObjectNode given) {
        return this.accounts.change(username.value(), given);
    }

    /** Issues a one-time password. */
    @PostMapping("/{username}/password")
    @ResponseStatus(HttpStatus.CREATED)
    PasswordChange.OneTimePassword resetPassword(@PathVariable Username username) {
        return this.passwords.reset(username.value());
    }

    /** For a person who has lost phone and backup codes. */
    @DeleteMapping("/{username}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable Username username) {
        this.factors.remove(username.value());
    }

    @DeleteMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable Username username) {
        this.accounts.delete(username.value());
    }

}
