package io.deskbell.region;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.Getter;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An unattended information desk. */
@Entity
@Table(name = "desks")
@DynamicUpdate
@Getter
public class Desk {

    @Id
    private String code;

    private String name;

    @Convert(converter = NamesConverter.class)
    @Column(length = 4000)
    private Map<String, String> names;

    private String region;

    @Convert(converter = LanguagesConverter.class)
    private List<String> languages;

    private boolean enabled;

    private @Nullable Instant lastSeen;

    /** When it was last connected; null while it is connected or not monitored. */
    private @Nullable Instant offlineSince;

    /** When to check it next. */
    private @Nullable Instant offlineDueAt;

    /** When its absence was reported. */
    private @Nullable Instant offlineToldAt;

    @SuppressWarnings("NullAway.Init")
    protected Desk() {
    }

    Desk(DeskForm form) {
        this.code = form.code();
        change(form);
    }

    /**
     * Applies the form, except for the code. Monitoring starts afresh in another region.
     */
    final void change(DeskForm form) {
        if (!form.enabled() || !form.region().equals(this.region)) {
            stopMonitoring();
        }
        this.name = form.name();
        this.names = form.names();
        this.region = form.region();
        this.languages = form.languages();
        this.enabled = form.enabled();
    }

    /**
     * Records that it connected, or that it disconnected and is to be checked at
     * {@code dueAt}.
     */
    public void seen(Instant now, boolean online, Instant dueAt) {
        this.lastSeen = now;
        if (!online) {
            gone(now, dueAt);
        }
        else if (this.offlineToldAt != null) {
            this.offlineDueAt = now;
        }
        else {
            stopMonitoring();
        }
    }

    public void gone(Instant now, Instant dueAt) {
        if (this.enabled && this.offlineSince == null) {
            this.offlineSince = now;
            this.offlineDueAt = dueAt;
        }
    }

    public void checkAgainAt(@Nullable Instant at) {
        this.offlineDueAt = at;
    }

    public void markReported(Instant now) {
        this.offlineToldAt = now;
        this.offlineDueAt = null;
    }

    /** Stops monitoring it until it disconnects again. */
    public final void stopMonitoring() {
        this.offlineSince = null;
        this.offlineDueAt = null;
        this.offlineToldAt = null;
    }

    DeskForm form() {
        return new DeskForm(this.code, this.name, this.region, this.languages, this.enabled, this.names);
    }

}
