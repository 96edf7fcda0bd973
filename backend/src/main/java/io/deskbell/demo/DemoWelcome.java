package io.deskbell.demo;

import lombok.extern.slf4j.Slf4j;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs what to open and how to sign in at the end of the start-up. */
@Slf4j
@Component
@Profile("demo")
class DemoWelcome {

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            log.info("""
                    Deskbell is ready, with demo data.
                      A desk   http://localhost:{}/desk    pairing code DEMO-SEOUL-1
                      A guide  http://localhost:{}/guide   seoul.guide1 or seoul.guide2, password {}
                      Admin    http://localhost:{}/admin   admin, password {}
                    Open the desk and the guide in two windows, start the guide's shift, and press the bell.""",
                    context.getWebServer().getPort(), context.getWebServer().getPort(), DemoData.PASSWORD,
                    context.getWebServer().getPort(), DemoData.PASSWORD);
        }
    }

}
