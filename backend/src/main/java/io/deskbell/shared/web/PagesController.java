package io.deskbell.shared.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The routes of the single-page application. */
@Controller
class PagesController {

    static final String PAGE = "forward:/index.html";

    @GetMapping({ "/", "/login", "/desk", "/guide", "/admin", "/admin/**" })
    String page() {
        return PAGE;
    }

}
