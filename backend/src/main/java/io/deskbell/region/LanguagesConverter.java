package io.deskbell.region;

import jakarta.persistence.Converter;

/** Stores a desk's languages such as {@code ko,en}. */
@Converter
class LanguagesConverter extends DelimitedListConverter<String> {

    @Override
    String format(String language) {
        return language;
    }

    @Override
    String parse(String language) {
        return language;
    }

}
