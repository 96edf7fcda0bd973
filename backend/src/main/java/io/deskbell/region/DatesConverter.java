package io.deskbell.region;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps dates as a line such as {@code 2027-01-01,2027-03-01}. */
@Converter
class DatesConverter implements AttributeConverter<List<LocalDate>, String> {

    @Override
    public String convertToDatabaseColumn(List<LocalDate> dates) {
        return dates.stream().map(LocalDate::toString).collect(Collectors.joining(","));
    }

    @Override
    public List<LocalDate> convertToEntityAttribute(String line) {
        return Arrays.stream(line.split(",", -1)).filter((date) -> !date.isEmpty()).map(LocalDate::parse).toList();
    }

}
