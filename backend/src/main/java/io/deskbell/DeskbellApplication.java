package io.deskbell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The Deskbell server.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeskbellApplication {

    /**
     * Starts the server; {@link Launcher} is the way in.
     * @param args the arguments of the command line
     */
    public static void main(String[] args) {
        SpringApplication.run(DeskbellApplication.class, args);
    }

}
