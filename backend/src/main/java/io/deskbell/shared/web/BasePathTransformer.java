package io.deskbell.shared.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.util.HtmlUtils;

/**
 * Sets the page's {@code base} element, to which all its URLs are relative: {@code /} as
 * built, or a context path such as {@code /bell/}.
 */
class BasePathTransformer implements ResourceTransformer {

    /** As in the built page. */
    private static final String BASE = "<base href=\"%s/\"";

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource file = chain.transform(request, resource);
        String path = request.getContextPath();
        if (path.isEmpty()) {
            return file;
        }
        String page = file.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(file,
                page.replace(BASE.formatted(""), BASE.formatted(HtmlUtils.htmlEscape(path)))
                    .getBytes(StandardCharsets.UTF_8));
    }

}
