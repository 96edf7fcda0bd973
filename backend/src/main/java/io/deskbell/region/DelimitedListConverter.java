package io.deskbell.region;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Stores a list separated by commas, which no element contains. */
abstract class DelimitedListConverter<T> implements AttributeConverter<@Nullable List<T>, @Nullable String> {

    abstract String format(T element);

    abstract T parse(String element);

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<T> elements) {
        return (elements == null) ? null : elements.stream().map(this::format).collect(Collectors.joining(","));
    }

    @Override
    public @Nullable List<T> convertToEntityAttribute(@Nullable String column) {
        return (column == null) ? null
                : Arrays.stream(column.split(",", -1)).filter(Predicate.not(String::isEmpty)).map(this::parse).toList();
    }

}
