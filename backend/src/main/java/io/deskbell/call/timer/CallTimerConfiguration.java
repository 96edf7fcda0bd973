package io.deskbell.call.timer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The timers of calls. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CallTimerConfiguration {

    /** One that waits for the database keeps no other from its time. */
    private static final int JOBS_AT_ONCE = 6;

    /** Whose name Spring looks for: all that comes by itself runs here. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(JOBS_AT_ONCE);
        scheduler.setThreadNamePrefix("deskbell-jobs-");
        return scheduler;
    }

}
