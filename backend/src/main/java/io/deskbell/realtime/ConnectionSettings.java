package io.deskbell.realtime;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one connection and one account may have. No page comes near it.
 *
 * @param framesPerSecond frames a second of one connection in the long run, chat messages
 * not counted, 0 for no limit
 * @param framesBurst frames at once
 * @param subscriptionsPerConnection subscriptions of one connection; an admin may follow
 * every region
 * @param connectionsPerAccount open connections of one person or desk
 * @param handshakesPerMinute new connections a minute of one person or desk in the long
 * run, 0 for no limit
 * @param handshakesBurst new connections at once
 */
@Validated
@ConfigurationProperties("deskbell.limits")
record ConnectionSettings(@Min(0) @DefaultValue("100") int framesPerSecond,
        @Min(1) @DefaultValue("500") int framesBurst, @Min(1) @DefaultValue("100") int subscriptionsPerConnection,
        @Min(1) @DefaultValue("1000") int connectionsPerAccount, @Min(0) @DefaultValue("120") int handshakesPerMinute,
        @Min(1) @DefaultValue("1000") int handshakesBurst) {
}
