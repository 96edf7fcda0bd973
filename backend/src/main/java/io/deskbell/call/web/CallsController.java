package io.deskbell.call.web;

import java.security.Principal;
import java.util.List;

import io.deskbell.call.CallState;
import io.deskbell.call.record.CallRecord;
import io.deskbell.call.view.CallQueries;
import io.deskbell.call.view.CallView;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class CallsController {

    private final CallQueries calls;

    private final CallRecord callRecord;

    @GetMapping("/api/calls/current")
    Items<CallView> current(Principal principal) {
        return new Items<>(this.calls.current(Caller.of(principal)));
    }

    @GetMapping("/api/calls")
    Page<CallView> list(Principal principal, @RequestParam(defaultValue = "") List<CallState> state,
            @RequestParam(required = false) @Nullable @Pattern(regexp = RegionForm.CODE) String region,
            @Valid PageQuery page) {
        return this.calls.list(Caller.of(principal), state, region, page);
    }

    @GetMapping("/api/calls/{id}")
    CallView get(Principal principal, @PathVariable String id) {
        return this.calls.get(Caller.of(principal), id);
    }

    @GetMapping("/api/calls/{id}/alerts")
    Items<CallRecord.AlertView> alerts(Principal principal, @PathVariable String id) {
        return new Items<>(this.callRecord.alerts(Caller.of(principal), id));
    }

    @GetMapping("/api/calls/{id}/events")
    Items<CallRecord.EventView> events(Principal principal, @PathVariable String id) {
        return new Items<>(this.callRecord.events(Caller.of(principal), id));
    }

    record Items<T>(List<T> items) {
    }

}
