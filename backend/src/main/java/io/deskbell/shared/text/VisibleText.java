package io.deskbell.shared.text;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/** A text that is null or has at least one visible character. */
@Documented
@Constraint(validatedBy = VisibleText.Check.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface VisibleText {

    String message() default "needs a character that can be seen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Delegates to {@link UserText}. */
    class Check implements ConstraintValidator<VisibleText, String> {

        @Override
        public boolean isValid(@Nullable String words, ConstraintValidatorContext context) {
            return words == null || UserText.hasVisible(words);
        }

    }

}
