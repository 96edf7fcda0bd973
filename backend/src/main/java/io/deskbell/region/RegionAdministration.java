package io.deskbell.region;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.web.MergePatch;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, creates, changes and deletes regions for admins. */
@Component
@RequiredArgsConstructor
@Transactional
public class RegionAdministration {

    private final Regions regions;

    private final Desks desks;

    private final MergePatch patch;

    private final AuditTrail trail;

    private final Clock clock;

    @Transactional(readOnly = true)
    public Page<RegionForm> list(PageQuery page) {
        Cursor after = page.after(1);
        return Page.of(
                this.regions.findByCodeGreaterThanOrderByCode((after != null) ? after.string(0) : "",
                        Limit.of(page.size() + 1)),
                page.size(), (region) -> Cursor.after(region.getCode()), Region::form);
    }

    @Transactional(readOnly = true)
    public RegionForm get(String code) {
        return region(code).form();
    }

    public RegionForm create(RegionForm form) {
        if (this.regions.existsById(form.code())) {
            throw new Refusal(ProblemCode.CONFLICT, "There is a region with this code already.");
        }
        form.check();
        if (form.fallback() != null) {
            this.regions.findAndLockAll();
            checkFallback(form.code(), form.fallback());
        }
        Region region = this.regions.insert(new Region(form));
        this.trail.add(AuditAction.REGION_CREATED, form.code());
        return region.form();
    }

    public RegionForm change(String code, ObjectNode given) {
        recheckDesksOf(code);
        if (given.hasNonNull("fallback")) {
            this.regions.findAndLockAll();
        }
        Region region = locked(code);
        given.remove("code");
        RegionForm changed = this.patch.apply(region.form(), given);
        changed.check();
        if (given.hasNonNull("fallback")) {
            checkFallback(code, changed.fallback());
        }
        region.change(changed);
        this.trail.add(AuditAction.REGION_CHANGED, code);
        return region.form();
    }

    public void delete(String code) {
        Region region = locked(code);
        try {
            this.regions.delete(region);
            this.regions.flush();
        }
        catch (DataIntegrityViolationException ex) {
            throw new Refusal(ProblemCode.IN_USE,
                    "Desks, accounts, calls or another region's fallback still use this region.");
        }
        this.trail.add(AuditAction.REGION_DELETED, code);
    }

    private Region region(String code) {
        return this.regions.findById(code).orElseThrow(Refusal::notFound);
    }

    /**
     * Has the region's desks checked again, since its hours may have changed. Desks are
     * locked before regions.
     */
    private void recheckDesksOf(String code) {
        this.desks.findGoneOf(code)
            .stream()
            .sorted()
            .flatMap((desk) -> this.desks.findAndLockByCode(desk).stream())
            .forEach((desk) -> desk.checkAgainAt(this.clock.instant()));
    }

    private Region locked(String code) {
        return this.regions.findAndLockByCode(code).orElseThrow(Refusal::notFound);
    }

    /**
     * Refuses a cycle of fallbacks, which would alert forever. Setting a fallback locks
     * all regions, so that two concurrent changes cannot create a cycle together.
     */
    private void checkFallback(String code, @Nullable String fallback) {
        Set<String> chain = new HashSet<>(Set.of(code));
        for (String next = fallback; next != null; next = region(next, "fallback").getFallback()) {
            if (!chain.add(next)) {
                throw Refusal.invalid("fallback", "leads back to " + next);
            }
        }
    }

    private Region region(String code, String field) {
        return this.regions.findById(code).orElseThrow(() -> Refusal.invalid(field, "no region has this code"));
    }

}
