package io.deskbell.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the built pages, precompressed: hashed assets are cached forever, everything
 * else is revalidated.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    private static final String PAGES = "classpath:/META-INF/resources/";

    private static final String ASSETS = "/assets/**";

    private static final List<String> FILES = List.of("/index.html", "/favicon.svg");

    // Spring's resource cache ignores the weights (q) of encodings.
    private static final boolean CACHED = false;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ASSETS)
            .addResourceLocations(PAGES + "assets/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
            .setEtagGenerator(PagesConfiguration::hashedName)
            .resourceChain(CACHED)
            .addResolver(new PrecompressedResolver());
        // Files in a jar may all have the same date, so the ETag is made from the
        // content.
        registry.addResourceHandler(FILES.toArray(String[]::new))
            .addResourceLocations(PAGES)
            .setCacheControl(CacheControl.noCache())
            .setUseLastModified(false)
            .setEtagGenerator(PagesConfiguration::digest)
            .resourceChain(CACHED)
            .addResolver(new PrecompressedResolver())
            .addTransformer(new BasePathTransformer());
    }

    /** Caches must not serve one client's encoding to another. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {

            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
                return true;
            }

        }).addPathPatterns(ASSETS).addPathPatterns(FILES);
    }

    /** The build puts a hash of the content into an asset's name. */
    private static String hashedName(Resource asset) {
        try {
            String path = asset.getURL().getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String digest(Resource file) {
        try {
            return DigestUtils.md5DigestAsHex(file.getContentAsByteArray());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Disables flash attributes, which would look up a session for each page and asset:
     * these must work without a database.
     */
    @Bean
    FlashMapManager flashMapManager() {
        return new FlashMapManager() {

            @Override
            public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
                return null;
            }

            @Override
            public void saveOutputFlashMap(FlashMap flashMap, HttpServletRequest request,
                    HttpServletResponse response) {
                // Flash attributes are not used.
            }

        };
    }

}
