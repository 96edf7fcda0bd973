package io.deskbell.history.web;

import io.deskbell.call.CallView;
import io.deskbell.history.CallFilter;
import io.deskbell.history.CallSearch;
import io.deskbell.history.FoundMessage;
import io.deskbell.history.MessageFilter;
import io.deskbell.history.MessageSearch;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
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

    @GetMapping("/messages")
    Page<FoundMessage> messages(@Valid MessageFilter filter, @Valid PageQuery page) {
        return this.messages.find(filter, page);
    }

    @GetMapping("/calls")
    Page<CallView> calls(@Valid CallFilter filter, @Valid PageQuery page) {
        return this.calls.find(filter, page);
    }

}
