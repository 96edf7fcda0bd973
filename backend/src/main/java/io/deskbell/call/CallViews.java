package io.deskbell.call;

import io.deskbell.realtime.Sockets;
import io.deskbell.region.Desk;
import io.deskbell.region.Directory;
import io.deskbell.region.Named;
import io.deskbell.region.Region;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/** Draws calls as clients see them. */
@Component
@RequiredArgsConstructor
class CallViews {

    private final Directory directory;

    private final Sockets sockets;

    CallView of(Call call) {
        Named desk = new Named(call.getDesk(),
                this.directory.desk(call.getDesk()).map(Desk::getName).orElse(call.getDesk()));
        Named region = new Named(call.getRegion(),
                this.directory.region(call.getRegion()).map(Region::getName).orElse(call.getRegion()));
        CallView.Guide guide = (call.getGuide() != null) ? new CallView.Guide(call.getGuide(), call.getGuideName())
                : null;
        CallView.Rating rating = (call.getStars() != null) ? new CallView.Rating(call.getStars(), call.getComment())
                : null;
        return new CallView(call.getId(), call.getState(), desk, region, guide, call.getLanguage(), call.getRingAt(),
                call.getAcceptedAt(), call.getEndedAt(), call.getEndReason(), rating, call.getOnDuty(),
                new CallView.Alerts(call.getAlertsSent(), call.getAlertsSeen()),
                guide != null && this.sockets.isConnected(guide.username()),
                this.sockets.isConnected(Caller.usernameOfDesk(call.getDesk())), null, call.getVersion());
    }

}
