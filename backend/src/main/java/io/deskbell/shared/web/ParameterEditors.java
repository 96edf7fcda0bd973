package io.deskbell.shared.web;

import java.beans.PropertyEditorSupport;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Strict parsing of numbers and booleans in query parameters. Not converters, since if
 * those fail Spring falls back to its own editors, which accept {@code 0x10} as a number
 * and {@code on} as true.
 */
@ControllerAdvice
class ParameterEditors {

    private static final String NUMBER = "-?(0|[1-9]\\d{0,9})";

    @InitBinder
    void exact(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, new NumberEditor());
        binder.registerCustomEditor(boolean.class, new TruthEditor());
    }

    private static final class NumberEditor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!text.matches(NUMBER)) {
                throw new NumberFormatException("not a number");
            }
            setValue(Integer.valueOf(text));
        }

    }

    private static final class TruthEditor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!text.matches("true|false")) {
                throw new IllegalArgumentException("neither true nor false");
            }
            setValue(Boolean.valueOf(text));
        }

    }

}
