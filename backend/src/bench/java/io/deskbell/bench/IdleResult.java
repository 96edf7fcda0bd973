package io.deskbell.bench;

import java.util.List;
import java.util.function.ToLongFunction;

import io.deskbell.bench.machine.Memory;

/**
 * How one server bore idle connections.
 *
 * @param memories without any, and with each of the numbers asked for
 * @param many with all of them
 * @param none when they had gone
 */
record IdleResult(String server, List<Memory> memories, Cost many, Cost none) {

    /** KB for each of so many connections more than at an earlier stage. */
    double each(ToLongFunction<Memory> of, int from, int to, int connections) {
        long more = of.applyAsLong(this.memories.get(to)) - of.applyAsLong(this.memories.get(from));
        return (double) more / connections;
    }

    double messageRatio() {
        return this.many.cpuMicros().median() / this.none.cpuMicros().median();
    }

    double alertRatio() {
        return this.many.alert().median() / this.none.alert().median();
    }

}
