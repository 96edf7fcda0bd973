package io.deskbell.shared;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may ask.
 *
 * @param allowedOrigins origins such as {@code https://kiosk.example.org} beside
 * Deskbell's own, which always may
 */
@ConfigurationProperties("deskbell")
public record OriginSettings(@DefaultValue List<String> allowedOrigins) {
}
