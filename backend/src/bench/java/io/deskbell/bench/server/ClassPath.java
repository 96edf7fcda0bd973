package io.deskbell.bench.server;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The benchmark's own class path without what a server must not have. */
final class ClassPath {

    /** All that a server without a database does without. */
    private static final Pattern DATABASE = Pattern.compile(".*(jpa|jdbc|hibernate|h2-|HikariCP|-orm-).*");

    private ClassPath() {
    }

    static String withDatabase(Container container) {
        return join(all().filter((entry) -> !container.other().owns(nameOf(entry))));
    }

    static String withoutDatabase(Container container) {
        Predicate<String> unwanted = (entry) -> container.other().owns(nameOf(entry))
                || DATABASE.matcher(nameOf(entry)).matches();
        return join(all().filter(Predicate.not(unwanted)));
    }

    static Stream<String> all() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1));
    }

    static String nameOf(String entry) {
        return String.valueOf(Path.of(entry).getFileName());
    }

    static String join(Stream<String> entries) {
        return entries.collect(Collectors.joining(File.pathSeparator));
    }

}
