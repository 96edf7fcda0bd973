package io.deskbell;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.modulith.ApplicationModule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The SQL of a module names only its own tables and those of modules that it may use.
 */
class TableOwnershipTests {

    private static final Map<String, Set<String>> TABLES = Map.of( //
            "account",
            Set.of("accounts", "account_regions", "backup_codes", "desk_devices", "device_tokens", "known_browsers",
                    "pairing_codes", "second_factors", "used_codes", "spring_session", "spring_session_attributes"),
            "audit", Set.of("audit"), //
            "call", Set.of("alert_waves", "call_alerts", "call_events", "calls"), //
            "chat", Set.of("messages", "read_marks"), //
            "note", Set.of("inboxes", "note_marks", "note_reads", "notes"), //
            "presence", Set.of("coverage"), //
            "region", Set.of("desks", "regions"));

    /** Made and given up by migrations. */
    private static final Set<String> FORMER = Set.of("alerted_guides", "kept_notes", "kept_reads", "read_without_gap");

    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");

    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|update|into)\\s+(\\w+)");

    @Test
    void everyTableBelongsToOneModule() throws IOException {
        try (Stream<Path> migrations = Files.walk(Path.of("src/main/resources/db/migration"))) {
            List<String> created = migrations.filter(Files::isRegularFile)
                .flatMap((file) -> CREATED.matcher(read(file)).results().map((match) -> match.group(1)))
                .toList();
            assertThat(Stream.concat(TABLES.values().stream().flatMap(Set::stream), FORMER.stream()).toList())
                .containsExactlyInAnyOrderElementsOf(created);
        }
    }

    @TestFactory
    Stream<DynamicTest> namesOnlyTablesThatItMayUse() throws IOException {
        return modules().map((module) -> DynamicTest.dynamicTest(module, () -> {
            Map<String, Set<String>> foreign = tablesNamedIn(module);
            foreign.keySet().remove(module);
            foreign.keySet().removeAll(allowed(module));
            assertThat(foreign).as("tables of modules that %s may not use", module).isEmpty();
        }));
    }

    private static Stream<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target/classes/io/deskbell"))) {
            return folders.filter(Files::isDirectory)
                .map((folder) -> folder.getFileName().toString())
                .toList()
                .stream();
        }
    }

    /** The tables that strings and annotations of a module's classes name, by owner. */
    private static Map<String, Set<String>> tablesNamedIn(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/classes/io/deskbell", module))) {
            Set<String> named = files.filter((file) -> file.toString().endsWith(".class"))
                .flatMap(TableOwnershipTests::strings)
                .flatMap((text) -> NAMED.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
            Map<String, Set<String>> byOwner = new TreeMap<>();
            TABLES.forEach((owner, tables) -> {
                Set<String> those = tables.stream().filter(named::contains).collect(Collectors.toSet());
                if (!those.isEmpty()) {
                    byOwner.put(owner, those);
                }
            });
            return byOwner;
        }
    }

    private static Stream<String> strings(Path classFile) {
        try {
            return StreamSupport.stream(ClassFile.of().parse(classFile).constantPool().spliterator(), false)
                .filter(Utf8Entry.class::isInstance)
                .map((entry) -> ((Utf8Entry) entry).stringValue());
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static Set<String> allowed(String module) throws ClassNotFoundException {
        ApplicationModule declared = Class.forName("io.deskbell." + module + ".package-info")
            .getAnnotation(ApplicationModule.class);
        return (declared != null) ? Arrays.stream(declared.allowedDependencies())
            .map((name) -> name.split("::")[0].strip())
            .collect(Collectors.toSet()) : Set.of();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
