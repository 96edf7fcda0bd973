package io.deskbell.chat;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one sender may send.
 *
 * @param messagesPerSecond messages a second in the long run, 0 for no limit
 * @param messagesBurst messages at once
 */
@Validated
@ConfigurationProperties("deskbell.limits")
public record ChatLimitSettings(@Min(0) @DefaultValue("10") int messagesPerSecond,
        @Min(1) @DefaultValue("30") int messagesBurst) {
}
