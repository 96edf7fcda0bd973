package io.deskbell.audit.web;

import io.deskbell.audit.AuditEntry;
import io.deskbell.audit.AuditFilter;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class AuditController {

    private final AuditTrail trail;

    @GetMapping("/api/admin/audit")
    Page<AuditEntry> audit(@Valid AuditFilter filter, @Valid PageQuery page) {
        return this.trail.find(filter, page);
    }

}
