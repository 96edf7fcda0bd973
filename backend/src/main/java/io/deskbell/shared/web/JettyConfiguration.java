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
 * Lets the configured reverse proxies tell from where a request came, and has Jetty
 * refuse as we do.
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
     * The reverse proxy in front.
     *
     * @param trusted its addresses, or ranges such as {@code 10.0.0.0/8}, whose
     * {@code X-Forwarded-*} headers are believed
     */
    @ConfigurationProperties("deskbell.proxy")
    record ProxySettings(@DefaultValue List<String> trusted) {

        ProxySettings {
            // What is no address is told at the start, by the setting's name.
            trusted.forEach(IpAddressMatcher::new);
        }

    }

}
