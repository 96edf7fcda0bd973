package io.deskbell.region;

import java.util.List;
import java.util.Set;

import io.deskbell.audit.AuditAction;
import io.deskbell.audit.AuditTrail;
import io.deskbell.realtime.OpenConnections;
import io.deskbell.shared.Caller;
import io.deskbell.shared.Cursor;
import io.deskbell.shared.Page;
import io.deskbell.shared.PageQuery;
import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.web.MergePatch;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, creates, changes and deletes desks for admins. */
@Component
@RequiredArgsConstructor
@Transactional
public class DeskAdministration {

    private final Desks desks;

    private final Regions regions;

    private final MergePatch patch;

    private final PairedDesks paired;

    private final OpenConnections connections;

    private final AuditTrail trail;

    private final ApplicationEventPublisher events;

    @Transactional(readOnly = true)
    public Page<DeskView> list(PageQuery page) {
        Cursor after = page.after(1);
        List<Desk> rows = this.desks.findByCodeGreaterThanOrderByCode((after != null) ? after.string(0) : "",
                Limit.of(page.size() + 1));
        Set<String> pairedOnes = this.paired.pairedOf(rows.stream().map(Desk::getCode).toList());
        return Page.of(rows, page.size(), (desk) -> Cursor.after(desk.getCode()),
                (desk) -> view(desk, pairedOnes.contains(desk.getCode())));
    }

    @Transactional(readOnly = true)
    public DeskView get(String code) {
        return view(desk(code));
    }

    public DeskView create(DeskForm form) {
        if (this.desks.existsById(form.code())) {
            throw new Refusal(ProblemCode.CONFLICT, "There is a desk with this code already.");
        }
        lockRegion(form.region());
        Desk desk = this.desks.insert(new Desk(form));
        this.trail.add(AuditAction.DESK_CREATED, form.code());
        return view(desk);
    }

    public DeskView change(String code, ObjectNode given) {
        Desk desk = locked(code);
        given.remove("code");
        DeskForm before = desk.form();
        DeskForm changed = this.patch.apply(before, given);
        if (!changed.region().equals(before.region())) {
            lockRegion(changed.region());
        }
        desk.change(changed);
        this.trail.add(AuditAction.DESK_CHANGED, code);
        this.events.publishEvent(new DeskChanged(code, changed.enabled() && changed.region().equals(before.region())));
        return view(desk);
    }

    public void delete(String code) {
        Desk desk = locked(code);
        try {
            this.desks.delete(desk);
            this.desks.flush();
        }
        catch (DataIntegrityViolationException ex) {
            throw new Refusal(ProblemCode.IN_USE, "This desk has calls in the history. Disable it instead.");
        }
        this.trail.add(AuditAction.DESK_DELETED, code);
        this.events.publishEvent(new DeskChanged(code, false));
    }

    private Desk desk(String code) {
        return this.desks.findById(code).orElseThrow(Refusal::notFound);
    }

    private Desk locked(String code) {
        return this.desks.findAndLockByCode(code).orElseThrow(Refusal::notFound);
    }

    /** Prevents that the region is deleted while a desk is assigned to it. */
    private void lockRegion(String code) {
        if (this.regions.findAndLockByCode(code).isEmpty()) {
            throw Refusal.invalid("region", "no region has this code");
        }
    }

    private DeskView view(Desk desk) {
        return view(desk, !this.paired.pairedOf(Set.of(desk.getCode())).isEmpty());
    }

    private DeskView view(Desk desk, boolean isPaired) {
        return new DeskView(desk.getCode(), desk.getName(), desk.getRegion(), desk.getLanguages(), desk.isEnabled(),
                isPaired, this.connections.isConnected(Caller.usernameOfDesk(desk.getCode())), desk.getLastSeen(),
                desk.getNames());
    }

}
