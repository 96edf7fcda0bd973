package io.deskbell.region;

import java.time.Instant;
import java.util.List;

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

    private String region;

    @Convert(converter = LanguagesConverter.class)
    private List<String> languages;

    private boolean enabled;

    private @Nullable Instant lastSeen;

    @SuppressWarnings("NullAway.Init")
    protected Desk() {
    }

    Desk(DeskForm form) {
        this.code = form.code();
        change(form);
    }

    /** Takes over all but the code. */
    final void change(DeskForm form) {
        this.name = form.name();
        this.region = form.region();
        this.languages = form.languages();
        this.enabled = form.enabled();
    }

    DeskForm form() {
        return new DeskForm(this.code, this.name, this.region, this.languages, this.enabled);
    }

}
