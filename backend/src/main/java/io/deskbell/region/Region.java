package io.deskbell.region;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.Getter;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An area with its own guides. */
@Entity
@Table(name = "regions")
@DynamicUpdate
@Getter
public class Region {

    @Id
    private String code;

    private String name;

    @Convert(converter = NamesConverter.class)
    @Column(length = 4000)
    private Map<String, String> names;

    private @Nullable String fallback;

    @Convert(converter = OpeningHoursConverter.class)
    @Column(length = 4000)
    private @Nullable List<OpeningHours> hours;

    private ZoneId timeZone;

    @Convert(converter = DatesConverter.class)
    @Column(length = 4000)
    private List<LocalDate> holidays;

    @SuppressWarnings("NullAway.Init")
    protected Region() {
    }

    Region(RegionForm form) {
        this.code = form.code();
        change(form);
    }

    /** Applies the form, except for the code. */
    final void change(RegionForm form) {
        this.name = form.name();
        this.names = form.names();
        this.fallback = form.fallback();
        this.hours = form.hours();
        this.timeZone = ZoneId.of(form.timeZone());
        this.holidays = form.holidays().stream().map(LocalDate::parse).toList();
    }

    public boolean isOpenAt(Instant at) {
        return opening().isOpenAt(at);
    }

    /** When it opens next; empty while it is open, or if it never opens again. */
    public Optional<Instant> opensAfter(Instant at) {
        return opening().opensAfter(at);
    }

    public OpeningSchedule opening() {
        return new OpeningSchedule(this.hours, this.holidays, this.timeZone);
    }

    RegionForm form() {
        return new RegionForm(this.code, this.name, this.fallback, this.hours, this.timeZone.getId(),
                this.holidays.stream().map(LocalDate::toString).toList(), this.names);
    }

}
