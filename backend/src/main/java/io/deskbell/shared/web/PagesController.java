package io.deskbell.shared.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The routes of the single-page application. A person who asks for what isn't there gets
 * the same page with 404, which then says so in a friendly way.
 */
@Controller
class PagesController implements ErrorViewResolver {

    private static final String PAGE = "forward:/index.html";

    @GetMapping({ "/", "/login", "/desk", "/guide", "/admin", "/admin/**" })
    String page() {
        return PAGE;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status,
            Map<String, Object> model) {
        return (status == HttpStatus.NOT_FOUND) ? new ModelAndView(PAGE, model, status) : null;
    }

}
