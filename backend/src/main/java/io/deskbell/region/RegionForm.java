package io.deskbell.region;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskbell.shared.DefaultedField;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.text.UserText;
import io.deskbell.shared.text.VisibleText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * A region as admins send and receive it.
 *
 * @param fallback the region that is alerted too if nobody of this one answers, or null
 * @param hours when it is open, null for always
 * @param timeZone the time zone of the hours, such as {@code Asia/Seoul}
 * @param holidays dates such as {@code 2027-01-01} on which it is closed all day
 * @param names its names in other languages by language code; none if absent
 */
public record RegionForm(@NotNull @Pattern(regexp = CODE) String code,
        @NotNull @VisibleText @CodePointLength(max = 100) @Pattern(regexp = UserText.STORABLE) String name,
        @Nullable @Pattern(regexp = CODE) String fallback,
        @Nullable @Size(max = 50) List<@NotNull @Valid OpeningHours> hours, @DefaultedField @NotNull String timeZone,
        @Size(max = 200) @UniqueElements List<String> holidays,
        @DefaultedField @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<@NotNull @Pattern(
                regexp = DeskForm.LANGUAGE) String, @NotNull @VisibleText @CodePointLength(max = 100) @Pattern(
                        regexp = UserText.STORABLE) String> names) {

    /** Pattern of the code of a region or desk. */
    public static final String CODE = "[a-z0-9-]{2,32}";

    private static final String DEFAULT_ZONE = "Asia/Seoul";

    private static final int LENGTH_OF_DATE = "2027-01-01".length();

    public RegionForm {
        timeZone = (timeZone != null) ? timeZone : DEFAULT_ZONE;
        holidays = (holidays != null) ? holidays : List.of();
        names = (names != null) ? names : Map.of();
    }

    public RegionForm(String code, String name, @Nullable String fallback, @Nullable List<OpeningHours> hours,
            String timeZone, List<String> holidays) {
        this(code, name, fallback, hours, timeZone, holidays, Map.of());
    }

    /**
     * Checks what constraint annotations cannot express.
     * @throws Refusal {@code INVALID_REQUEST} naming the invalid field
     */
    void check() {
        if (!ZoneId.getAvailableZoneIds().contains(this.timeZone)) {
            throw Refusal.invalid("timeZone", "must be a time zone such as Asia/Seoul");
        }
        if (this.hours != null && !this.hours.stream().allMatch(OpeningHours::isInOrder)) {
            throw Refusal.invalid("hours", "must each end after they begin");
        }
        if (!this.holidays.stream().allMatch(RegionForm::isDate)) {
            throw Refusal.invalid("holidays", "must each be a date such as 2027-01-01");
        }
    }

    private static boolean isDate(@Nullable String text) {
        try {
            return text != null && text.length() == LENGTH_OF_DATE && text.equals(LocalDate.parse(text).toString());
        }
        catch (DateTimeParseException ex) {
            return false;
        }
    }

}
