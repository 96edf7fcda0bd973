package io.deskbell.shared.web;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Creates problems and writes them where no controller can (filters). */
@Component
@RequiredArgsConstructor
public class Problems {

    /** SQL state class of invalid values. */
    private static final String DATA_EXCEPTION = "22";

    private final JsonMapper mapper;

    static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = of(refusal.getCode(), refusal.getDetail());
        if (!refusal.getErrors().isEmpty()) {
            problem.setProperty("errors", refusal.getErrors());
        }
        return problem;
    }

    static ProblemDetail of(ProblemCode code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.getStatus(), detail);
        problem.setProperty("code", code.name());
        return problem;
    }

    /** Maps a database failure to a refusal. */
    static Refusal of(RuntimeException failure) {
        if (failure instanceof DataIntegrityViolationException) {
            boolean badValue = NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                    && Objects.requireNonNullElse(cause.getSQLState(), "").startsWith(DATA_EXCEPTION);
            return badValue ? new Refusal(ProblemCode.INVALID_REQUEST, "A value does not fit here.")
                    : new Refusal(ProblemCode.CONFLICT, "Somebody else changed this at the same moment. Look again.");
        }
        return new Refusal(ProblemCode.UNAVAILABLE,
                (failure instanceof ConcurrencyFailureException)
                        ? "Too many changed this at the same moment. Try again in a moment."
                        : "Deskbell can't reach its database. Try again in a moment.");
    }

    /** The problem for a failure of which only the status is known. */
    static ProblemDetail of(int status) {
        ProblemDetail problem = switch (status) {
            case 401 -> of(ProblemCode.BAD_CREDENTIALS, "Sign in first.");
            case 403 -> of(ProblemCode.FORBIDDEN, "You may not do this.");
            case 404 -> of(Refusal.notFound());
            case 501, 505 -> of(ProblemCode.INVALID_REQUEST, "Speak HTTP/1.1 to Deskbell.");
            case 431 -> of(ProblemCode.INVALID_REQUEST, "The headers of this request are too long.");
            default -> (status < 500) ? of(ProblemCode.INVALID_REQUEST, "This request does not fit here.")
                    : of(ProblemCode.UNAVAILABLE, "Something went wrong on our side. Try again in a moment.");
        };
        problem.setStatus(status);
        return problem;
    }

    public void write(HttpServletResponse response, ProblemCode code, String detail) throws IOException {
        write(response, code.getStatus().value(), code, detail);
    }

    /** The same with another status than the code's. */
    public void write(HttpServletResponse response, int status, ProblemCode code, String detail) throws IOException {
        ProblemDetail problem = of(code, detail);
        problem.setStatus(status);
        write(response, problem);
    }

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        SecurityHeaders.ALL.forEach(response::setHeader);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(bytes(problem));
    }

    byte[] bytes(ProblemDetail problem) {
        return this.mapper.writeValueAsBytes(problem);
    }

}
