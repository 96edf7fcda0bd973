package io.deskbell.realtime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How frames travel.
 *
 * @param fastLane whether chat messages and all that is sent to bare WebSockets pass by
 * Spring's channels; the other way does the same, more slowly
 */
@ConfigurationProperties("deskbell.realtime")
record RealtimeSettings(@DefaultValue("true") boolean fastLane) {
}
