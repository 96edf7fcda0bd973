package io.deskbell.inspection.web;

import io.deskbell.inspection.ConsistencyInspection;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/inspection")
@RequiredArgsConstructor
class InspectionController {

    private final ConsistencyInspection inspection;

    @GetMapping
    ConsistencyInspection.Report last() {
        return this.inspection.last();
    }

    @PostMapping
    ConsistencyInspection.Report inspect() {
        return this.inspection.inspect();
    }

}
