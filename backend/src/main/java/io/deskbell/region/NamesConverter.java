package io.deskbell.region;

import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores names by language as JSON; the limits of the forms ensure that they fit the
 * column.
 */
@Converter
public class NamesConverter implements AttributeConverter<Map<String, String>, String> {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(Map<String, String> names) {
        return names.isEmpty() ? "" : MAPPER.writeValueAsString(names);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String json) {
        return json.isEmpty() ? Map.of() : MAPPER.readValue(json, NAMES);
    }

}
