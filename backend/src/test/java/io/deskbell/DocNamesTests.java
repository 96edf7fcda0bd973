package io.deskbell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The docs name no type and no member of one that the code does not have. */
class DocNamesTests {

    private static final Path TOP = top();

    /**
     * In backticks: a type, with or without its package, and maybe one of its members.
     */
    private static final Pattern TYPE = Pattern
        .compile("`(?:[a-z]+\\.)*([A-Z]\\w*[a-z]\\w*)(?:[.#]([a-z]\\w*)(?:\\([^`]*\\))?)?`");

    /** A cookie's attributes, a class of Jetty's, and how the names of unit tests end. */
    private static final Set<String> NOT_OURS = Set.of("HttpOnly", "Secure", "HttpURI", "Tests");

    private static final Map<String, String> SOURCES = sources();

    private static final Set<String> WORDS = SOURCES.values()
        .stream()
        .flatMap((source) -> Pattern.compile("\\w+").matcher(source).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());

    @ParameterizedTest
    @MethodSource("pages")
    void namesNothingThatIsGone(Path page) throws IOException {
        Set<String> gone = TYPE.matcher(Files.readString(page))
            .results()
            .filter((name) -> !isThere(name.group(1), name.group(2)))
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(gone).isEmpty();
    }

    private static boolean isThere(String type, String member) {
        String source = SOURCES.get(type);
        return (source != null) ? member == null || source.contains(member)
                : WORDS.contains(type) || NOT_OURS.contains(type);
    }

    /** All but the changelog, which tells of what was. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(TOP.resolve("docs"))) {
            return Stream.concat(docs, Stream.of(TOP.resolve("README.md"), TOP.resolve("CONTRIBUTING.md")))
                .filter((page) -> page.toString().endsWith(".md") && !page.endsWith("changelog.md"))
                .toList();
        }
    }

    /**
     * The text of each file of Java, TypeScript and Vue, by its name without an ending.
     */
    private static Map<String, String> sources() {
        return Stream.of("backend/src", "frontend/src", "frontend/e2e")
            .flatMap((folder) -> files(TOP.resolve(folder)))
            .filter((file) -> file.toString().matches(".*\\.(java|ts|vue)"))
            .collect(Collectors.toMap((file) -> file.getFileName().toString().replaceFirst("\\..*", ""),
                    DocNamesTests::text, String::concat));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** From the module's folder, as in the build, or from the top, as in an editor. */
    private static Path top() {
        return Files.isDirectory(Path.of("docs")) ? Path.of("") : Path.of("..");
    }

}
