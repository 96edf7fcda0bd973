package io.deskbell.call;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The timers of calls. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CallConfiguration {

}
