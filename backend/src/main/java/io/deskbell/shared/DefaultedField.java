package io.deskbell.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.exc.InvalidNullException;

/** A field that has a default if absent; an explicit {@code null} is refused. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = DefaultedField.Reader.class)
public @interface DefaultedField {

    /** Deserialises as usual, but distinguishes null from absent. */
    class Reader extends ValueDeserializer<Object> {

        private final @Nullable ValueDeserializer<Object> ordinary;

        private final @Nullable BeanProperty field;

        Reader() {
            this(null, null);
        }

        private Reader(@Nullable ValueDeserializer<Object> ordinary, @Nullable BeanProperty field) {
            this.ordinary = ordinary;
            this.field = field;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(context.findContextualValueDeserializer(property.getType(), property), property);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            return (this.ordinary != null) ? this.ordinary.deserialize(parser, context) : null;
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            throw InvalidNullException.from(context, (this.field != null) ? this.field.getFullName() : null,
                    (this.field != null) ? this.field.getType() : null);
        }

    }

}
