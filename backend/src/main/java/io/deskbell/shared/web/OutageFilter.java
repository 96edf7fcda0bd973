package io.deskbell.shared.web;

import java.io.IOException;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with a problem if the database fails in a filter, for instance while loading
 * the session.
 */
@Slf4j
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class OutageFilter extends OncePerRequestFilter {

    private final Problems problems;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        }
        catch (DataAccessException | TransactionException ex) {
            if (response.isCommitted()) {
                throw ex;
            }
            Refusal refusal = Problems.of(ex);
            if (refusal.getCode() == ProblemCode.UNAVAILABLE) {
                log.error("The database is unreachable or refused a statement", ex);
            }
            response.reset();
            this.problems.write(response, refusal.getCode(), refusal.getDetail());
        }
    }

}
