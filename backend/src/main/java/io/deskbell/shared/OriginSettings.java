package io.deskbell.shared;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which origins' pages may use the API.
 *
 * @param allowedOrigins origins such as {@code https://kiosk.example.org} besides
 * Deskbell's own, which is always allowed
 */
@ConfigurationProperties("deskbell")
public record OriginSettings(@DefaultValue List<String> allowedOrigins) {
}
