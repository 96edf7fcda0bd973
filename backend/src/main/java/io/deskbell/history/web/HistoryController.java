package io.deskbell.history.web;

import java.util.List;
import java.util.stream.Collectors;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.call.view.CallView;
import io.deskbell.history.CallFilter;
import io.deskbell.history.CallSearch;
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

    /** What was searched for comes first: a long entry is cut at its end. */
    private static final List<String> FILTERS = List.of("q", "region", "desk", "guide", "username", "state", "from",
            "to");

    private final MessageSearch messages;

    private final CallSearch calls;

    private final AuditTrail trail;

    @GetMapping("/messages")
    Page<FoundMessage> messages(@Valid MessageFilter filter, @Valid PageQuery page, HttpServletRequest request) {
        Page<FoundMessage> found = this.messages.find(filter, page);
        this.trail.add(AuditAction.MESSAGES_SEARCHED, asked(request));
        return found;
    }

    @GetMapping("/calls")
    Page<CallView> calls(@Valid CallFilter filter, @Valid PageQuery page, HttpServletRequest request) {
        Page<CallView> found = this.calls.find(filter, page);
        this.trail.add(AuditAction.CALLS_SEARCHED, asked(request));
        return found;
    }

    /** Such as {@code q="taxi" region="seoul"}: what was asked for, and nothing else. */
    private static String asked(HttpServletRequest request) {
        return FILTERS.stream()
            .filter((name) -> request.getParameterMap().containsKey(name))
            .map((name) -> name + "=" + quoted(String.join(",", request.getParameterValues(name))))
            .collect(Collectors.joining(" "));
    }

    /** On one line and of one piece, whatever stands in it. */
    private static String quoted(String value) {
        return '"' + value.replaceAll("\\p{Cntrl}", " ").replace("\"", "\\\"") + '"';
    }

}
