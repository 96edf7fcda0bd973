package io.deskbell.shared.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Accepts {@code X-Forwarded-*} only from the configured proxies and, of the addresses
 * listed, only those that these proxies added: clients can forge the rest.
 */
class TrustedProxies implements HttpConfiguration.Customizer {

    private static final String FOR = "X-Forwarded-For";

    private static final List<String> BELIEVED = List.of(FOR, "X-Forwarded-Proto", "X-Forwarded-Host",
            "X-Forwarded-Port", ForwardedPrefix.HEADER);

    /**
     * Headers that Jetty would also honour but that ordinary proxies pass on unchecked.
     */
    private static final List<String> NEVER = List.of("Forwarded", "X-Forwarded-Server", "X-Proxied-Https",
            "Proxy-auth-cert", "Proxy-ssl-id");

    /**
     * Some proxies include the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}.
     */
    private static final Pattern PORT = Pattern.compile("^(?:([0-9.]+)|\\[([0-9a-fA-F:.]+)])(?::[0-9]+)?$");

    private final List<IpAddressMatcher> trusted;

    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    TrustedProxies(List<String> trusted) {
        this.trusted = trusted.stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (Stream.concat(BELIEVED.stream(), NEVER.stream()).noneMatch(request.getHeaders()::contains)) {
            return request;
        }
        HttpFields.Mutable headers = HttpFields.build(request.getHeaders());
        NEVER.forEach(headers::remove);
        if (!isTrusted(Request.getRemoteAddr(request))) {
            BELIEVED.forEach(headers::remove);
            return withHeaders(request, headers);
        }
        String client = client(headers.getValuesList(FOR));
        headers.remove(FOR);
        if (client != null) {
            headers.put(FOR, client);
        }
        return this.forwarded.customize(withHeaders(request, headers), responseHeaders);
    }

    private static Request withHeaders(Request request, HttpFields headers) {
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    /** The last address that is not a trusted proxy's, if it is valid. */
    private @Nullable String client(List<String> hops) {
        List<String> addresses = hops.stream()
            .flatMap((line) -> Stream.of(line.split(",")))
            .map((hop) -> PORT.matcher(hop.strip()).replaceFirst("$1$2"))
            .toList();
        return addresses.reversed()
            .stream()
            .filter((address) -> !isTrusted(address))
            .findFirst()
            .filter(TrustedProxies::isAddress)
            .orElse(null);
    }

    private boolean isTrusted(String address) {
        return isAddress(address) && this.trusted.stream().anyMatch((range) -> range.matches(address));
    }

    private static boolean isAddress(String address) {
        try {
            return new IpAddressMatcher(address).matches(address);
        }
        catch (IllegalArgumentException ex) {
            return false;
        }
    }

}
