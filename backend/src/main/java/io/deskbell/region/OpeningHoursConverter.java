package io.deskbell.region;

import io.deskbell.region.OpeningHours.Day;
import jakarta.persistence.Converter;

/** Stores opening hours such as {@code MON 09:00-18:00,TUE 09:00-18:00}. */
@Converter
class OpeningHoursConverter extends DelimitedListConverter<OpeningHours> {

    @Override
    String format(OpeningHours hours) {
        return hours.day() + " " + hours.from() + "-" + hours.to();
    }

    @Override
    OpeningHours parse(String hours) {
        String[] parts = hours.split("[ -]", 3);
        return new OpeningHours(Day.valueOf(parts[0]), parts[1], parts[2]);
    }

}
