package io.deskbell.bench.client;

import java.util.Map;

/**
 * Where to connect to, and as whom.
 *
 * @param cookies of the HTTP session, empty for nobody's
 * @param headers further ones of the CONNECT frame
 */
public record Endpoint(int port, String path, String cookies, Map<String, String> headers) {
}
