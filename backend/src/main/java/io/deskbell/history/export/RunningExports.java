package io.deskbell.history.export;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Which admins are exporting, no more at once than each may. */
@Component
class RunningExports {

    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

    private final ExportSettings settings;

    RunningExports(ExportSettings settings, MeterRegistry meters) {
        this.settings = settings;
        meters.gauge("deskbell.exports.running", this,
                (all) -> all.running.values().stream().mapToInt(Integer::intValue).sum());
    }

    /**
     * Counts one more, until it has ended.
     * @throws Refusal {@code RATE_LIMITED} where this admin runs too many already
     */
    void begin(String username) {
        int now = this.running.merge(username, 1, Integer::sum);
        if (now > this.settings.atOnce()) {
            end(username);
            throw new Refusal(ProblemCode.RATE_LIMITED,
                    "You are exporting already. Wait until an export has ended, or cancel one.");
        }
    }

    void end(String username) {
        this.running.computeIfPresent(username, (who, count) -> (count > 1) ? count - 1 : null);
    }

}
