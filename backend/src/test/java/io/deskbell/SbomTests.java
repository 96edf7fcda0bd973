package io.deskbell;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.SpringVersion;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar tells what it is made of (CycloneDX). */
class SbomTests {

    @Test
    void theJarTellsWhatItIsMadeOf() throws IOException {
        try (InputStream sbom = DeskbellApplication.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            JsonNode bill = new JsonMapper().readTree(sbom);
            assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
            List<String> components = bill.path("components")
                .valueStream()
                .map((component) -> component.path("name").asString() + " " + component.path("version").asString())
                .toList();
            assertThat(components).contains("spring-messaging " + SpringVersion.getVersion())
                .anyMatch((component) -> component.startsWith("h2 "))
                .anyMatch((component) -> component.startsWith("jetty-server "))
                .noneMatch((component) -> component.startsWith("junit"));
        }
    }

}
