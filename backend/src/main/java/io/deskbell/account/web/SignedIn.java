package io.deskbell.account.web;

import java.util.List;

import io.deskbell.shared.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Makes a caller the one who is signed in, for this request and its session. */
@Component
@RequiredArgsConstructor
class SignedIn {

    private final SecurityContextRepository contexts;

    /**
     * Signs in under a new session id, so that one known to somebody before is worth
     * nothing.
     */
    void begin(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null,
                List.of(new SimpleGrantedAuthority(caller.role().authority()))));
        SecurityContextHolder.setContext(context);
        this.contexts.saveContext(context, request, response);
    }

}
