package io.deskbell.shared.web;

import java.util.List;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Makes Jetty honour the forwarding headers of trusted proxies, and answer its own
 * refusals with problems.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JettyServletWebServerFactory.class)
class JettyConfiguration {

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> trustedProxies(ProxySettings settings) {
        TrustedProxies trusted = new TrustedProxies(settings.trusted());
        return (factory) -> factory.addServerCustomizers((server) -> addTo(server, trusted));
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> refusals(Problems problems) {
        return (factory) -> factory
            .addServerCustomizers((server) -> server.setErrorHandler(new JettyRefusals(problems)));
    }

    private static void addTo(Server server, TrustedProxies trusted) {
        for (Connector connector : server.getConnectors()) {
            connector.getConnectionFactories()
                .stream()
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(HttpConfiguration.ConnectionFactory.class::cast)
                .forEach((factory) -> factory.getHttpConfiguration().addCustomizer(trusted));
        }
    }

    /**
     * The reverse proxies in front.
     *
     * @param trusted its addresses, or ranges such as {@code 10.0.0.0/8}, whose
     * {@code X-Forwarded-*} headers are believed
     */
    @ConfigurationProperties("deskbell.proxy")
    record ProxySettings(@DefaultValue List<String> trusted) {

        ProxySettings {
            // Fails at start, naming the setting, if an entry is not an address.
            trusted.forEach(IpAddressMatcher::new);
        }

    }

}
