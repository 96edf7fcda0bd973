package io.deskbell.call.web;

import java.security.Principal;

import io.deskbell.account.Presence;
import io.deskbell.call.Answering;
import io.deskbell.call.Duty;
import io.deskbell.call.HandingOn;
import io.deskbell.call.Rating;
import io.deskbell.call.Ringing;
import io.deskbell.call.Transfer;
import io.deskbell.region.DeskForm;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.Caller;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.Texts;
import io.deskbell.shared.Username;
import io.deskbell.shared.Visible;
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

    private final Ringing ringing;

    private final Answering answering;

    private final HandingOn handingOn;

    private final Duty duty;

    @MessageMapping("calls.ring")
    void ring(Principal principal, @Valid Ring ring) {
        this.ringing.ring(Caller.of(principal), ring.requestId(), ring.language());
    }

    @MessageMapping("calls.{id}.cancel")
    void cancel(Principal principal, @DestinationVariable String id) {
        this.ringing.cancel(Caller.of(principal), id);
    }

    @MessageMapping("calls.{id}.accept")
    void accept(Principal principal, @DestinationVariable String id) {
        this.answering.accept(Caller.of(principal), id);
    }

    @MessageMapping("calls.{id}.decline")
    void decline(Principal principal, @DestinationVariable String id,
            @Payload(required = false) @Valid @Nullable Decline decline) {
        this.answering.decline(Caller.of(principal), id, (decline != null) ? decline.reason() : null);
    }

    @MessageMapping("calls.{id}.transfer")
    void transfer(Principal principal, @DestinationVariable String id, @Valid HandOn handOn) {
        this.handingOn.transfer(Caller.of(principal), id,
                new Transfer(handOn.to().username(), handOn.to().region(), handOn.reason()));
    }

    @MessageMapping("calls.{id}.seen")
    void seen(Principal principal, @DestinationVariable String id, @Valid Seen seen) {
        this.answering.seen(Caller.of(principal), id, seen.audible());
    }

    @MessageMapping("calls.{id}.end")
    void end(Principal principal, @DestinationVariable String id) {
        this.answering.end(Caller.of(principal), id);
    }

    @MessageMapping("calls.{id}.rate")
    void rate(Principal principal, @DestinationVariable String id, @Valid Rate rate) {
        String comment = Texts.orNothing(rate.comment());
        this.ringing.rate(Caller.of(principal), id, new Rating(rate.stars(), (comment != null) ? text(comment) : null));
    }

    @MessageMapping("calls.{id}.leave")
    void leave(Principal principal, @DestinationVariable String id, @Valid Leave leave) {
        this.ringing.leave(Caller.of(principal), id, text(leave.contents()));
    }

    private static String text(String written) {
        return Texts.trimmed(written)
            .orElseThrow(() -> new Refusal(ProblemCode.INVALID_MESSAGE, "The text needs " + Texts.BOUNDS + "."));
    }

    @MessageMapping("presence")
    void presence(Principal principal, @Valid State state) {
        this.duty.say(Caller.of(principal), state.state());
    }

    record Ring(@NotNull @CodePointLength(min = 1, max = 64) @Pattern(regexp = Texts.STORABLE) String requestId,
            @NotNull @Pattern(regexp = DeskForm.LANGUAGE) String language) {
    }

    record Decline(@Nullable @Visible @CodePointLength(max = 200) @Pattern(regexp = Texts.STORABLE) String reason) {

        Decline {
            reason = Texts.orNothing(reason);
        }

    }

    record HandOn(@NotNull @Valid Receiver to,
            @Nullable @Visible @CodePointLength(max = 200) @Pattern(regexp = Texts.STORABLE) String reason) {

        HandOn {
            reason = Texts.orNothing(reason);
        }

    }

    record Receiver(@Nullable @Pattern(regexp = Username.PATTERN) String username,
            @Nullable @Pattern(regexp = RegionForm.CODE) String region) {

        Receiver {
            username = Username.foldedOrNull(username);
        }

    }

    record Seen(@NotNull Boolean audible) {
    }

    record Rate(@NotNull @Min(1) @Max(5) Integer stars, @Nullable String comment) {
    }

    record Leave(@NotNull String contents) {
    }

    record State(@NotNull Presence state) {
    }

}
