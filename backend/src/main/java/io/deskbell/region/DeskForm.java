package io.deskbell.region;

import java.util.List;
import java.util.Map;

import io.deskbell.shared.DefaultedField;
import io.deskbell.shared.text.UserText;
import io.deskbell.shared.text.VisibleText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * A desk as admins send it.
 *
 * @param languages the languages it offers, the initial one first; {@code ko, en, ja, zh}
 * if absent
 * @param enabled whether it may sign in and call; true if absent
 * @param names its names in other languages by language code; none if absent
 */
public record DeskForm(@NotNull @Pattern(regexp = RegionForm.CODE) String code,
        @NotNull @VisibleText @CodePointLength(max = 100) @Pattern(regexp = UserText.STORABLE) String name,
        @NotNull @Pattern(regexp = RegionForm.CODE) String region,
        @DefaultedField @NotEmpty @UniqueElements List<@NotNull @Pattern(regexp = DeskForm.LANGUAGE) String> languages,
        @DefaultedField @Nullable Boolean enabled,
        @DefaultedField Map<@NotNull @Pattern(
                regexp = DeskForm.LANGUAGE) String, @NotNull @VisibleText @CodePointLength(max = 100) @Pattern(
                        regexp = UserText.STORABLE) String> names) {

    /** The languages a visitor may choose from. */
    public static final String LANGUAGE = "ko|en|ja|zh|zh-TW";

    public DeskForm {
        languages = (languages != null) ? languages : List.of("ko", "en", "ja", "zh");
        enabled = enabled == null || enabled;
        names = (names != null) ? names : Map.of();
    }

    public DeskForm(String code, String name, String region, List<String> languages, @Nullable Boolean enabled) {
        this(code, name, region, languages, enabled, Map.of());
    }

    @Override
    public Boolean enabled() {
        return Boolean.TRUE.equals(this.enabled);
    }

}
