package io.deskbell.region;

import java.time.ZoneId;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** An area with its own guides. */
@Entity
@Table(name = "regions")
@Getter
public class Region {

    @Id
    private String code;

    private String name;

    private @Nullable String fallback;

    @Convert(converter = OpeningHoursConverter.class)
    @Column(length = 4000)
    private @Nullable List<OpeningHours> hours;

    private ZoneId timeZone;

    @SuppressWarnings("NullAway.Init")
    protected Region() {
    }

    Region(RegionForm form) {
        this.code = form.code();
        change(form);
    }

    /** Takes over all but the code. */
    final void change(RegionForm form) {
        this.name = form.name();
        this.fallback = form.fallback();
        this.hours = form.hours();
        this.timeZone = ZoneId.of(form.timeZone());
    }

    RegionForm form() {
        return new RegionForm(this.code, this.name, this.fallback, this.hours, this.timeZone.getId());
    }

}
