package io.deskbell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of settings tells of every setting, with its default, and of no other. */
class SettingsDocTests {

    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    private static final List<String> ROWS = rows();

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingHasItsRow(Setting setting) {
        assertThat(ROWS)
            .anyMatch((row) -> row.startsWith("| `" + setting.name() + "` | " + setting.defaultInTheTable() + " | "));
    }

    @Test
    void everyRowHasItsSetting() {
        assertThat(ROWS.stream().filter((row) -> row.startsWith("| `deskbell.")).map((row) -> row.split("`", -1)[1]))
            .containsExactlyElementsOf(settings().map(Setting::name).sorted().toList());
    }

    @Test
    void everyRowSaysWhatItDoesInASentence() {
        assertThat(ROWS.stream().filter((row) -> row.startsWith("| `"))).allMatch((row) -> row.endsWith(". |"));
    }

    static Stream<Setting> settings() {
        try (InputStream metadata = DeskbellApplication.class.getResourceAsStream(METADATA)) {
            JsonNode properties = new JsonMapper().readTree(metadata).path("properties");
            return StreamSupport.stream(properties.spliterator(), false)
                .map((property) -> new Setting(property.path("name").asString(),
                        property.path("defaultValue").asString("")));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** From the module's folder, as in the build, or from the top, as in an editor. */
    private static List<String> rows() {
        try {
            Path page = Path.of("docs/configuration.md");
            return Files.readAllLines(Files.exists(page) ? page : Path.of("..").resolve(page));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    record Setting(String name, String defaultValue) {

        String defaultInTheTable() {
            return this.defaultValue.isEmpty() ? "none" : "`" + this.defaultValue + "`";
        }

    }

}
