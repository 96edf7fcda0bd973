package io.deskbell.history.web;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.call.view.CallView;
import io.deskbell.history.CallFilter;
import io.deskbell.history.CallSearch;
import io.deskbell.history.FigureFilter;
import io.deskbell.history.FoundMessage;
import io.deskbell.history.MessageFilter;
import io.deskbell.history.MessageSearch;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class HistoryController {

    private final MessageSearch messages;

    private final CallSearch calls;

    private final AuditTrail trail;

    @GetMapping("/messages")
    Page<FoundMessage> messages(@Valid MessageFilter filter, @Valid PageQuery page, HttpServletRequest request) {
        Page<FoundMessage> found = this.messages.find(filter, page);
        this.trail.add(AuditAction.MESSAGES_SEARCHED, AskedFilters.of(request));
        return found;
    }

    @GetMapping("/calls")
    Page<CallView> calls(@Valid CallFilter filter, @Valid FigureFilter figure, @Valid PageQuery page,
            HttpServletRequest request) {
        Page<CallView> found = this.calls.find(filter, figure, page);
        this.trail.add(AuditAction.CALLS_SEARCHED, AskedFilters.of(request));
        return found;
    }

}
