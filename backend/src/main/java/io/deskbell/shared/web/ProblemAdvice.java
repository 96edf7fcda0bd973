package io.deskbell.shared.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.deskbell.shared.FieldProblem;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every failed HTTP request with a problem (RFC 9457) with a stable code and no
 * internal details.
 */
@Slf4j
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Object> refused(Refusal refusal) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.getCode().getStatus())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.getRetryAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, refusal.getRetryAfterSeconds().toString());
        }
        return answer.body(Problems.of(refusal));
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<Object> conflicting() {
        return refused(new Refusal(ProblemCode.CONFLICT, "Somebody else changed this at the same moment. Look again."));
    }

    @ExceptionHandler({ DataAccessException.class, TransactionException.class })
    ResponseEntity<Object> databaseFailed(RuntimeException ex) {
        Refusal refusal = Problems.of(ex);
        if (refusal.getCode() == ProblemCode.UNAVAILABLE) {
            log.error("The database is unreachable or refused a statement", ex);
        }
        return refused(refusal);
    }

    @ExceptionHandler(IOException.class)
    void callerGone(IOException ex) {
        log.debug("The client disconnected before the response was written", ex);
    }

    /**
     * What was begun to be answered is not answered by a problem: Jetty breaks it off.
     */
    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> failed(Exception ex, HttpServletResponse response) throws Exception {
        if (response.isCommitted() || ex instanceof org.springframework.security.core.AuthenticationException
                || ex instanceof org.springframework.security.access.AccessDeniedException) {
            throw ex;
        }
        log.error("Unexpected failure of a request", ex);
        ProblemDetail problem = Problems.of(ProblemCode.UNAVAILABLE,
                "Something went wrong on our side. Try again in a moment.");
        problem.setStatus(500);
        return ResponseEntity.internalServerError().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(Refusal.invalid(ex.getBindingResult().getFieldErrors().stream().map(this::problem).toList()));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException ex,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> problems = ex.getParameterValidationResults()
            .stream()
            .flatMap((result) -> result.getResolvableErrors()
                .stream()
                .map((error) -> new FieldProblem(
                        (error instanceof FieldError field) ? field.getField()
                                : Objects.requireNonNull(result.getMethodParameter().getParameterName()),
                        Objects.requireNonNull(error.getDefaultMessage()))))
            .toList();
        return refused(Refusal.invalid(problems));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Object> mismatched(MethodArgumentTypeMismatchException ex) {
        return refused(Refusal.invalid(ex.getName(), "not a value that fits here"));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
        return refused((cause instanceof Refusal refusal) ? refusal
                : Refusal.invalid(fieldOf(ex.getCause()), "not readable as the JSON expected here"));
    }

    /**
     * Answers an unknown URL with the application's page for browsers, with a problem for
     * programs.
     */
    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(NoHandlerFoundException ex,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest asked = (ServletWebRequest) request;
        HttpServletResponse response = asked.getResponse();
        if (response != null && ErrorPages.isForPerson(asked.getRequest(), ex.getRequestURL())) {
            try {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return null;
            }
            catch (IOException gone) {
                log.debug("The client disconnected before the response was written", gone);
            }
        }
        return handleExceptionInternal(ex, null, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        if (response == null || response.isCommitted()) {
            return null;
        }
        ProblemCode code = switch (status.value()) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 503 -> ProblemCode.UNAVAILABLE;
            default -> ProblemCode.INVALID_REQUEST;
        };
        ProblemDetail problem = Problems.of(code,
                (code == ProblemCode.NOT_FOUND) ? Refusal.notFound().getDetail() : "This request does not fit here.");
        problem.setStatus(status.value());
        return ResponseEntity.status(status)
            .headers(headers)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem);
    }

    /** The path of the field at which reading a body failed, e.g. {@code hours.day}. */
    static String fieldOf(@Nullable Throwable cause) {
        if (cause instanceof JacksonException failure) {
            Stream<String> names = failure.getPath()
                .stream()
                .map((reference) -> reference.getPropertyName())
                .filter((name) -> name != null);
            return String.join(".", names.toList());
        }
        return "";
    }

    private FieldProblem problem(FieldError error) {
        String detail = error.isBindingFailure() ? "not a value that fits here"
                : new DefaultMessageSourceResolvable(error).getDefaultMessage();
        return new FieldProblem(error.getField(), Objects.requireNonNull(detail));
    }

}
