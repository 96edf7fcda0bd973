package io.deskbell.region;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a desk's languages as a line such as {@code ko,en}. */
@Converter
class LanguagesConverter implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> languages) {
        return String.join(",", languages);
    }

    @Override
    public List<String> convertToEntityAttribute(String line) {
        return List.of(line.split(",", -1));
    }

}
