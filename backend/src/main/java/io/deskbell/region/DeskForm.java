package io.deskbell.region;

import java.util.List;

import io.deskbell.shared.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * A desk as an admin gives it.
 *
 * @param languages those it offers, the first one shown to begin with;
 * {@code ko, en, ja, zh} where none are given
 * @param enabled whether it may sign in and call; true where not given
 */
public record DeskForm(@NotNull @Pattern(regexp = RegionForm.CODE) String code,
        @NotBlank @Size(max = 100) @Pattern(regexp = Texts.STORABLE) String name, @NotNull String region,
        @NotEmpty @UniqueElements List<@NotNull @Pattern(regexp = DeskForm.LANGUAGE) String> languages,
        @Nullable Boolean enabled) {

    /** The languages a visitor may choose from. */
    public static final String LANGUAGE = "ko|en|ja|zh|zh-TW";

    public DeskForm {
        languages = (languages != null) ? languages : List.of("ko", "en", "ja", "zh");
        enabled = enabled == null || enabled;
    }

    @Override
    public Boolean enabled() {
        return Boolean.TRUE.equals(this.enabled);
    }

}
