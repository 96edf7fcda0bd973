package io.deskbell.region.web;

import io.deskbell.region.DeskAdministration;
import io.deskbell.region.DeskForm;
import io.deskbell.region.DeskView;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/desks")
@RequiredArgsConstructor
class DesksController {

    private final DeskAdministration desks;

    @GetMapping
    Page<DeskView> list(@Valid PageQuery page) {
        return this.desks.list(page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DeskView create(@RequestBody @Valid DeskForm form) {
        return this.desks.create(form);
    }

    @GetMapping("/{code}")
    DeskView get(@PathVariable String code) {
        return this.desks.get(code);
    }

    @PatchMapping("/{code}")
    DeskView change(@PathVariable String code, @RequestBody ObjectNode given) {
        return this.desks.change(code, given);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String code) {
        this.desks.delete(code);
    }

}
