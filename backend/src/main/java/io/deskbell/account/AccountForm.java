package io.deskbell.account;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.DefaultedField;
import io.deskbell.shared.Role;
import io.deskbell.shared.text.UserText;
import io.deskbell.shared.text.Username;
import io.deskbell.shared.text.VisibleText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * An account as admins send and receive it.
 *
 * @param regions the codes of the regions whose calls a guide answers
 * @param enabled whether it may sign in; true if absent
 * @param maxCalls how many calls the guide may have at once; 1 if absent
 * @param password write-only
 */
public record AccountForm(@NotNull @Pattern(regexp = Username.PATTERN) String username,
        @NotNull @VisibleText @CodePointLength(max = 100) @Pattern(regexp = UserText.STORABLE) String displayName,
        @NotNull Role role, @DefaultedField @NotNull List<@NotNull @Pattern(regexp = RegionForm.CODE) String> regions,
        @DefaultedField @Nullable Boolean enabled, @DefaultedField @Nullable @Min(1) @Max(20) Integer maxCalls,
        @DefaultedField @Nullable @Size(min = 10,
                max = 200) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String password) {

    public AccountForm {
        username = (username != null) ? Username.folded(username) : username;
        regions = (regions != null) ? regions.stream().distinct().toList() : List.of();
        enabled = enabled == null || enabled;
        maxCalls = (maxCalls != null) ? maxCalls : 1;
    }

    @Override
    public Boolean enabled() {
        return Boolean.TRUE.equals(this.enabled);
    }

    @Override
    public Integer maxCalls() {
        return (this.maxCalls != null) ? this.maxCalls : 1;
    }

}
