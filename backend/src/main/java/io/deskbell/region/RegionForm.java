package io.deskbell.region;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A region as an admin gives and sees it.
 *
 * @param fallback the region that is alerted as well when nobody of this one answers, or
 * null
 * @param hours when it is open, null for always
 * @param timeZone such as {@code Asia/Seoul}, in which the hours are meant
 */
public record RegionForm(@NotNull @Pattern(regexp = CODE) String code, @NotBlank @Size(max = 100) String name,
        @Nullable String fallback, @Nullable @Size(max = 50) @Valid List<@NotNull OpeningHours> hours,
        @NotNull String timeZone) {

    /** What a region's or a desk's code looks like. */
    public static final String CODE = "[a-z0-9-]{2,32}";

    private static final String DEFAULT_ZONE = "Asia/Seoul";

    public RegionForm {
        timeZone = (timeZone != null) ? timeZone : DEFAULT_ZONE;
    }

    @JsonIgnore
    @AssertTrue(message = "must be a time zone such as Asia/Seoul")
    boolean isTimeZoneKnown() {
        try {
            return ZoneId.of(this.timeZone) != null;
        }
        catch (DateTimeException ex) {
            return false;
        }
    }

}
