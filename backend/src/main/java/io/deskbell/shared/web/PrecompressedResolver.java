package io.deskbell.shared.web;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Serves an asset's precompressed file in the encoding the client prefers; Spring's own
 * resolver ignores weights ({@code br;q=0}).
 */
class PrecompressedResolver extends EncodedResourceResolver {

    /** In order of preference if the client's weights are equal. */
    private static final List<String> OURS = List.of("br", "gzip");

    private static final String ANY = "*";

    private static final String NONE = "identity";

    PrecompressedResolver() {
        setContentCodings(OURS);
    }

    @Override
    protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String requestPath,
            List<? extends Resource> locations, ResourceResolverChain chain) {
        if (OURS.stream().anyMatch((coding) -> requestPath.endsWith(extension(coding)))) {
            return null;
        }
        if (request == null || isWrittenAnew(request, requestPath)) {
            return chain.resolveResource(request, requestPath, locations);
        }
        return super.resolveResourceInternal(new Choosing(request), requestPath, locations, chain);
    }

    /** Whether {@link BasePathTransformer} must read the uncompressed file. */
    private static boolean isWrittenAnew(HttpServletRequest request, String requestPath) {
        return requestPath.endsWith(".html") && !request.getContextPath().isEmpty();
    }

    private String extension(String coding) {
        return getExtensions().getOrDefault(coding, "." + coding);
    }

    /** The client's preferred encoding, or an empty string for the uncompressed file. */
    static String best(Iterable<String> accepted) {
        Map<String, Double> weights = new HashMap<>();
        for (String line : accepted) {
            for (String each : StringUtils.tokenizeToStringArray(line, ",")) {
                String[] parts = each.split(";", 2);
                weights.put(parts[0].strip().toLowerCase(Locale.ROOT), (parts.length > 1) ? weight(parts[1]) : 1);
            }
        }
        double any = weights.getOrDefault(ANY, 0.0);
        double least = Math.max(Double.MIN_VALUE, weights.getOrDefault(NONE, 0.0));
        return OURS.stream()
            .filter((coding) -> weights.getOrDefault(coding, any) >= least)
            .reduce("", (best,
                    coding) -> best.isEmpty() || weights.getOrDefault(coding, any) > weights.getOrDefault(best, any)
                            ? coding : best);
    }

    private static double weight(String parameter) {
        String[] parts = parameter.split("=", 2);
        try {
            return (parts.length > 1 && parts[0].strip().equalsIgnoreCase("q")) ? Double.parseDouble(parts[1].strip())
                    : 1;
        }
        catch (NumberFormatException ex) {
            return 0;
        }
    }

    /** The request as if the client accepted only this encoding. */
    private static final class Choosing extends HttpServletRequestWrapper {

        private final String best;

        Choosing(HttpServletRequest request) {
            super(request);
            this.best = best(Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)));
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name) ? this.best : super.getHeader(name);
        }

    }

}
