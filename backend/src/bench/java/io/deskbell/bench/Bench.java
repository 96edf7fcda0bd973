package io.deskbell.bench;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

import io.deskbell.bench.client.Loop;
import io.deskbell.bench.report.Report;
import io.deskbell.bench.report.Scoreboard;
import io.deskbell.bench.server.Container;
import io.deskbell.bench.server.Contender;
import io.deskbell.bench.server.Deskbell;
import io.deskbell.bench.server.Tutorial;
import io.deskbell.bench.server.Workshop;

/** All that a scenario needs. */
record Bench(Options options, Workshop workshop, Report report, Scoreboard board) {

    static final String NAIVE = "naive";

    static final String DESKBELL = "deskbell";

    static final String RELAY = "relay";

    Loop loop() {
        return new Loop(this.options.beatsAlways());
    }

    /** The servers asked for, in the order asked for. */
    List<Contender> contenders() {
        return this.options.servers().stream().flatMap(this::contender).toList();
    }

    private Stream<Contender> contender(String name) {
        return switch (name) {
            case NAIVE -> Stream.of(new Tutorial(NAIVE, true, Container.TOMCAT));
            case "relay-tomcat" -> Stream.of(new Tutorial(name, false, Container.TOMCAT));
            case "relay-jetty" -> Stream.of(new Tutorial(name, false, Container.JETTY));
            case "before" -> Stream.of(new Deskbell(this.options.beforeJar(), null));
            case DESKBELL -> this.options.container().stream().map(Bench::deskbell);
            default -> throw new IllegalArgumentException("There is no server " + name);
        };
    }

    private static Contender deskbell(String container) {
        return new Deskbell("jar".equals(container) ? null : Container.of(container));
    }

    /** Says what is being done, where it does not get into the report. */
    void progress(String what) {
        System.err.printf("%tT %s%n", LocalTime.now(), what);
    }

}
