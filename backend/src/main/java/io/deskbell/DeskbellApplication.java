package io.deskbell;

import java.util.Locale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The Deskbell server.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeskbellApplication {

    static {
        // Also where nobody asks: what is wrong with a setting or a frame is said in one
        // language on every machine.
        LocaleContextHolder.setDefaultLocale(Locale.ENGLISH);
    }

    /**
     * Starts the server; {@link Launcher} is the way in.
     * @param args the arguments of the command line
     */
    public static void main(String[] args) {
        SpringApplication.run(DeskbellApplication.class, args);
    }

}
