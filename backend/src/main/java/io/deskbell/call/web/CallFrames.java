package io.deskbell.call.web;

import java.security.Principal;

import io.deskbell.call.DeskCalls;
import io.deskbell.call.GuideCalls;
import io.deskbell.call.Rating;
import io.deskbell.call.transfer.TransferService;
import io.deskbell.call.transfer.TransferTarget;
import io.deskbell.region.DeskForm;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.text.UserText;
import io.deskbell.shared.text.Username;
import io.deskbell.shared.text.VisibleText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import lombok.RequiredArgsConstructor;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Controller;

/** What desks and guides SEND about calls. */
@Controller
@RequiredArgsConstructor
class CallFrames {

    private final DeskCalls deskCalls;

    private final GuideCalls guideCalls;

    private final TransferService transfers;

    @MessageMapping("calls.ring")
    void ring(Principal principal, @Valid Ring ring) {
        this.deskCalls.ring(Caller.of(principal), ring.requestId(), ring.language());
    }

    @MessageMapping("calls.{id}.cancel")
    void cancel(Principal principal, @DestinationVariable String id) {
        this.deskCalls.cancel(Caller.of(principal), id);
    }

    @MessageMapping("calls.{id}.accept")
    void accept(Principal principal, @DestinationVariable String id) {
        this.guideCalls.accept(Caller.of(principal), id);
    }

    @MessageMapping("calls.{id}.decline")
    void decline(Principal principal, @DestinationVariable String id,
            @Payload(required = false) @Valid @Nullable Decline decline) {
        this.guideCalls.decline(Caller.of(principal), id, (decline != null) ? decline.reason() : null);
    }

    @MessageMapping("calls.{id}.transfer")
    void transfer(Principal principal, @DestinationVariable String id, @Valid TransferRequest request) {
        this.transfers.transfer(Caller.of(principal), id,
                new TransferTarget(request.to().username(), request.to().region(), request.reason()));
    }

    @MessageMapping("calls.{id}.seen")
    void seen(Principal principal, @DestinationVariable String id, @Valid Seen seen) {
        this.guideCalls.seen(Caller.of(principal), id, seen.audible());
    }

    @MessageMapping("calls.{id}.end")
    void end(Principal principal, @DestinationVariable String id) {
        this.guideCalls.end(Caller.of(principal), id);
    }

    @MessageMapping("calls.{id}.rate")
    void rate(Principal principal, @DestinationVariable String id, @Valid Rate rate) {
        String comment = UserText.orNothing(rate.comment());
        this.deskCalls.rate(Caller.of(principal), id,
                new Rating(rate.stars(), (comment != null) ? text(comment) : null));
    }

    @MessageMapping("calls.{id}.leave")
    void leave(Principal principal, @DestinationVariable String id, @Valid Leave leave) {
        this.deskCalls.leave(Caller.of(principal), id, text(leave.contents()));
    }

    private static String text(String written) {
        return UserText.trimmed(written)
            .orElseThrow(() -> new Refusal(ProblemCode.INVALID_MESSAGE, "The text needs " + UserText.BOUNDS + "."));
    }

    record Ring(@NotNull @CodePointLength(min = 1, max = 64) @Pattern(regexp = UserText.STORABLE) String requestId,
            @NotNull @Pattern(regexp = DeskForm.LANGUAGE) String language) {
    }

    record Decline(
            @Nullable @VisibleText @CodePointLength(max = 200) @Pattern(regexp = UserText.STORABLE) String reason) {

        Decline {
            reason = UserText.orNothing(reason);
        }

    }

    record TransferRequest(@NotNull @Valid TransferReceiver to,
            @Nullable @VisibleText @CodePointLength(max = 200) @Pattern(regexp = UserText.STORABLE) String reason) {

        TransferRequest {
            reason = UserText.orNothing(reason);
        }

    }

    record TransferReceiver(@Nullable @Pattern(regexp = Username.PATTERN) String username,
            @Nullable @Pattern(regexp = RegionForm.CODE) String region) {

        TransferReceiver {
            username = Username.foldedOrNull(username);
        }

    }

    record Seen(@NotNull Boolean audible) {
    }

    record Rate(@NotNull @Min(1) @Max(5) Integer stars, @Nullable String comment) {
    }

    record Leave(@NotNull String contents) {
    }

}
