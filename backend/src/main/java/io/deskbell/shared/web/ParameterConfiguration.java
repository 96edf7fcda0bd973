package io.deskbell.shared.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.deskbell.shared.FieldProblem;
import io.deskbell.shared.Refusal;
import io.deskbell.shared.text.UserText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes query parameters as strict as JSON fields: Spring would treat a blank one as
 * absent, and use the first of several.
 */
@Configuration(proxyBeanMethods = false)
class ParameterConfiguration implements WebMvcConfigurer {

    private static final Set<String> REPEATABLE = Set.of("state");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Check()).addPathPatterns("/api/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, Instant::parse);
    }

    /** Requires that each parameter has exactly one value, not blank. */
    private static final class Check implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            List<FieldProblem> problems = request.getParameterMap()
                .entrySet()
                .stream()
                .filter((parameter) -> !isRight(parameter))
                .map((parameter) -> new FieldProblem(parameter.getKey(),
                        "needs one value, and is left out where there is none"))
                .toList();
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
            return true;
        }

        private static boolean isRight(Map.Entry<String, String[]> parameter) {
            boolean repeatable = REPEATABLE.contains(parameter.getKey());
            return (repeatable || parameter.getValue().length == 1) && Arrays.stream(parameter.getValue())
                .flatMap((value) -> repeatable ? Arrays.stream(value.split(",", -1)) : Stream.of(value))
                .allMatch((value) -> UserText.isStorable(value) && UserText.hasVisible(value));
        }

    }

}
