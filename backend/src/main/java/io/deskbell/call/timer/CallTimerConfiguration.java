package io.deskbell.call.timer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The timers of calls. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CallTimerConfiguration {

    /** A job that waits for the database must not delay the others. */
    private static final int JOBS_AT_ONCE = 6;

    /** Spring looks it up by this name: it runs all scheduled jobs. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(JOBS_AT_ONCE);
        scheduler.setThreadNamePrefix("deskbell-jobs-");
        return scheduler;
    }

}
