package io.deskbell.region;

import java.time.LocalDate;

import jakarta.persistence.Converter;

/** Stores dates such as {@code 2027-01-01,2027-03-01}. */
@Converter
class DatesConverter extends DelimitedListConverter<LocalDate> {

    @Override
    String format(LocalDate date) {
        return date.toString();
    }

    @Override
    LocalDate parse(String date) {
        return LocalDate.parse(date);
    }

}
