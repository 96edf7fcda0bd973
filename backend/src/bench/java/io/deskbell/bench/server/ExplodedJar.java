package io.deskbell.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product's jar taken apart, so that another container can be put into it. */
final class ExplodedJar {

    private static final Pattern VERSION = Pattern.compile("-\\d.*");

    private final Workshop workshop;

    private final Path folder;

    ExplodedJar(Workshop workshop) {
        this.workshop = workshop;
        this.folder = workshop.extract("exploded", "--launcher");
    }

    /** The class path and the class to start. */
    List<String> carriedBy(Container container) {
        List<String> own = libraries().filter((jar) -> !container.other().owns(ClassPath.nameOf(jar))).toList();
        Set<String> known = own.stream().map(ExplodedJar::artifact).collect(Collectors.toSet());
        Predicate<String> needed = (jar) -> container.needs(ClassPath.nameOf(jar)) && !known.contains(artifact(jar));
        String classes = this.folder.resolve("BOOT-INF/classes").toString();
        String path = ClassPath
            .join(Stream.of(Stream.of(classes), own.stream(), ClassPath.all().filter(needed)).flatMap((all) -> all));
        return List.of("-cp", path, startClass());
    }

    private Stream<String> libraries() {
        try (Stream<Path> libraries = Files.list(this.folder.resolve("BOOT-INF/lib"))) {
            return libraries.map(Path::toString).sorted().toList().stream();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String artifact(String jar) {
        return VERSION.matcher(ClassPath.nameOf(jar)).replaceFirst("");
    }

    private String startClass() {
        try (JarFile jar = new JarFile(this.workshop.jar().toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Start-Class");
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
