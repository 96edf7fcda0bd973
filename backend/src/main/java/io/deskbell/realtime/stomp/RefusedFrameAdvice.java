package io.deskbell.realtime.stomp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.deskbell.realtime.RefusalPublisher;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import org.springframework.dao.DataAccessException;
import org.springframework.messaging.Message;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * Every failure of a SEND as an entry on {@code /user/queue/errors}; the connection stays
 * open.
 */
@Slf4j
@ControllerAdvice
@RequiredArgsConstructor
class RefusedFrameAdvice {

    private final RefusalPublisher refusals;

    @MessageExceptionHandler
    void refused(Refusal refusal, Message<?> frame) {
        this.refusals.refuse(frame, refusal.getCode(), refusal.getDetail());
    }

    @MessageExceptionHandler
    void invalid(MethodArgumentNotValidException ex, Message<?> frame) {
        String detail = Optional.ofNullable(ex.getBindingResult())
            .map(BindingResult::getFieldErrors)
            .filter((errors) -> !errors.isEmpty())
            .map(RefusedFrameAdvice::sentence)
            .orElse("The body does not fit here.");
        this.refusals.refuse(frame, ProblemCode.INVALID_REQUEST, detail);
    }

    private static String sentence(List<FieldError> errors) {
        return errors.stream()
            .map((error) -> error.getField() + " " + Objects.toString(error.getDefaultMessage(), "is not right"))
            .sorted()
            .collect(Collectors.joining("; "));
    }

    @MessageExceptionHandler(MessageConversionException.class)
    void unreadable(Message<?> frame) {
        this.refusals.refuse(frame, ProblemCode.INVALID_REQUEST, "The body is not the JSON expected here.");
    }

    @MessageExceptionHandler({ DataAccessException.class, TransactionException.class })
    void databaseFailed(RuntimeException ex, Message<?> frame) {
        log.error("The database refused or is unreachable", ex);
        this.refusals.refuse(frame, ProblemCode.UNAVAILABLE, "This could not be stored. Try again in a moment.");
    }

    @MessageExceptionHandler
    void failed(Exception ex, Message<?> frame) {
        log.error("A frame failed unexpectedly", ex);
        this.refusals.refuse(frame, ProblemCode.UNAVAILABLE,
                "Something went wrong on our side. Try again in a moment.");
    }

}
