package io.deskbell.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to run, from {@code -Dbench.…}; the defaults lie in the POM.
 *
 * @param jar the product
 * @param beforeJar an earlier build of it, to be measured beside it
 * @param target where everything is written
 * @param scenarios of chat, alerts, idle, startup, long and history
 * @param servers of naive, deskbell, before, relay-tomcat and relay-jetty
 * @param container what carries Deskbell: jar for the jar as it is, tomcat, jetty, or
 * several of them
 * @param loads of the chat: W8 is eight messages of each sender in flight, 1000 a
 * thousand a second
 * @param pairs how many talk
 * @param warmup the same for every server
 * @param windows how often each load is measured
 * @param window how long each time
 * @param guides how many are alerted
 * @param alerts how often
 * @param connections how many are idle
 * @param starts how often each way of starting is tried
 * @param jfr whether the servers record themselves
 * @param beatsAlways whether clients send heart-beats between other frames too, as some
 * libraries do; STOMP counts any frame as a beat
 * @param longMessages how many the long run takes
 * @param historyMessages how many were said within two years
 */
record Options(Path jar, Path beforeJar, Path target, List<String> scenarios, List<String> servers, List<String> container,
        List<String> loads, int pairs, Duration warmup, int windows, Duration window, List<Integer> guides, int alerts,
        List<Integer> connections, int starts, boolean jfr, boolean beatsAlways, int longMessages,
        int historyMessages) {

    static Options read() {
        return new Options(path("jar"), path("beforeJar"), path("target"), list("scenarios"), list("servers"), list("container"),
                list("loads"), number("pairs"), Duration.ofSeconds(number("warmupSeconds")), number("windows"),
                Duration.ofSeconds(number("windowSeconds")), numbers("guides"), number("alerts"),
                numbers("connections"), number("starts"), flag("jfr"), flag("beatsAlways"), number("longMessages"),
                number("historyMessages"));
    }

    private static String text(String name) {
        String text = System.getProperty("bench." + name);
        if (text == null) {
            throw new IllegalArgumentException("bench." + name + " is missing: run the benchmark by ./mvnw -Pbench");
        }
        return text;
    }

    private static Path path(String name) {
        return Path.of(text(name)).toAbsolutePath().normalize();
    }

    private static int number(String name) {
        return Integer.parseInt(text(name));
    }

    private static boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    private static List<String> list(String name) {
        return Stream.of(text(name).split(",", -1)).map(String::strip).filter((part) -> !part.isEmpty()).toList();
    }

    private static List<Integer> numbers(String name) {
        return list(name).stream().map(Integer::valueOf).toList();
    }

}
