package io.deskbell.protocol;

import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

import io.deskbell.testing.Kiosk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the machine speaks and whatever a browser asks for, refusals are in English.
 */
class LanguageIT extends ProtocolTest {

    /** What every other test of the server runs under as well. */
    @Test
    void theMachineIsTurkishAndInNewYork() {
        assertThat(Locale.getDefault()).isEqualTo(Locale.of("tr", "TR"));
        assertThat(TimeZone.getDefault().getID()).isEqualTo("America/New_York");
    }

    @ParameterizedTest
    @ValueSource(strings = { "tr", "ko", "de-DE,de;q=0.9", "*", "" })
    void aFormIsRefusedInEnglish(String language) {
        String answer = this.deskbell.browserOf(admin().person("ADMIN", 1))
            .with("Accept-Language", language)
            .post("/api/admin/regions", Map.of("code", "?", "name", ""))
            .names("name")
            .body();
        assertThat(answer).contains("must match", "needs a character that can be seen").matches("\\p{ASCII}*");
    }

    @Test
    void aFrameIsRefusedInEnglish() {
        Kiosk kiosk = this.deskbell.kiosk(admin().region());
        kiosk.line().send("/app/calls.ring", Map.of("language", "ko"));
        assertThat(kiosk.refusal().path("detail").asString()).contains("must not be").matches("\\p{ASCII}*");
    }

}
