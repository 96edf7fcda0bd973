package io.deskbell.region;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.deskbell.region.OpeningHours.Day;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps opening hours as a line such as {@code MON 09:00-18:00,TUE 09:00-18:00}. */
@Converter
class OpeningHoursConverter implements AttributeConverter<@Nullable List<OpeningHours>, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<OpeningHours> hours) {
        return (hours == null) ? null
                : hours.stream()
                    .map((span) -> span.day() + " " + span.from() + "-" + span.to())
                    .collect(Collectors.joining(","));
    }

    @Override
    public @Nullable List<OpeningHours> convertToEntityAttribute(@Nullable String line) {
        if (line == null) {
            return null;
        }
        return Arrays.stream(line.split(",", -1)).filter((span) -> !span.isEmpty()).map((span) -> {
            String[] parts = span.split("[ -]", 3);
            return new OpeningHours(Day.valueOf(parts[0]), parts[1], parts[2]);
        }).toList();
    }

}
