package io.deskbell.shared;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;

/**
 * The stable problem codes, the same over HTTP and STOMP, with their HTTP status.
 */
@Getter
@RequiredArgsConstructor
public enum ProblemCode {

    BAD_CREDENTIALS(HttpStatus.UNAUTHORIZED), SECOND_FACTOR_NEEDED(HttpStatus.UNAUTHORIZED),
    BAD_PAIRING_CODE(HttpStatus.UNAUTHORIZED), TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS),
    FORBIDDEN(HttpStatus.FORBIDDEN), NOT_FOUND(HttpStatus.NOT_FOUND), INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    INVALID_MESSAGE(HttpStatus.BAD_REQUEST), RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS),
    CALL_TAKEN(HttpStatus.CONFLICT), CALL_OVER(HttpStatus.CONFLICT), WRONG_STATE(HttpStatus.CONFLICT),
    GUIDE_BUSY(HttpStatus.CONFLICT), IN_USE(HttpStatus.CONFLICT), CONFLICT(HttpStatus.CONFLICT),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

}
