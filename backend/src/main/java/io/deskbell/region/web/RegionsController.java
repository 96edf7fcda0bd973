package io.deskbell.region.web;

import io.deskbell.region.RegionAdministration;
import io.deskbell.region.RegionForm;
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
@RequestMapping("/api/admin/regions")
@RequiredArgsConstructor
class RegionsController {

    private final RegionAdministration regions;

    @GetMapping
    Page<RegionForm> list(@Valid PageQuery page) {
        return this.regions.list(page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RegionForm create(@RequestBody @Valid RegionForm form) {
        return this.regions.create(form);
    }

    @GetMapping("/{code}")
    RegionForm get(@PathVariable String code) {
        return this.regions.get(code);
    }

    @PatchMapping("/{code}")
    RegionForm change(@PathVariable String code, @RequestBody ObjectNode given) {
        return this.regions.change(code, given);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String code) {
        this.regions.delete(code);
    }

}
