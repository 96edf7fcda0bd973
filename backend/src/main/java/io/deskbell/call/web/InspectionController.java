package io.deskbell.call.web;

import io.deskbell.call.Inspection;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/inspection")
@RequiredArgsConstructor
class InspectionController {

    private final Inspection inspection;

    @GetMapping
    Inspection.Report last() {
        return this.inspection.last();
    }

    @PostMapping
    Inspection.Report inspect() {
        return this.inspection.inspect();
    }

}
