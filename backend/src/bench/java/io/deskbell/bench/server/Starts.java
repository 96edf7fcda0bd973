package io.deskbell.bench.server;

import java.nio.file.Path;
import java.util.List;

/** Ways to start the product's jar. */
public final class Starts {

    private final Workshop workshop;

    private final Path extracted;

    private final Path cache;

    /** Takes the jar apart and has a training run make the cache. */
    public Starts(Workshop workshop) {
        this.workshop = workshop;
        this.extracted = workshop.extract("unpacked").resolve(String.valueOf(workshop.jar().getFileName()));
        this.cache = this.extracted.resolveSibling("deskbell.aot");
        train();
    }

    /** As docs/performance.md tells operators to: a whole start and an orderly end. */
    private void train() {
        try (Launched training = this.workshop.launch("training",
                List.of("-XX:AOTCacheOutput=" + this.cache, "-jar", this.extracted.toString()), List.of())) {
            training.prepare(() -> training.awaitAnswer(Deskbell.HEALTH).end());
        }
    }

    /** Starts it in an empty folder and waits until it is healthy. */
    public Launched launch(Way way) {
        List<String> program = switch (way) {
            case PLAIN -> List.of("-jar", this.workshop.jar().toString());
            case EXTRACTED -> List.of("-jar", this.extracted.toString());
            case AOT_CACHE -> List.of("-XX:AOTCache=" + this.cache, "-jar", this.extracted.toString());
        };
        return this.workshop.launch(way.name(), program, List.of()).awaitAnswer(Deskbell.HEALTH);
    }

    /** How the server is started. */
    public enum Way {

        /** By {@code java -jar}, as most do. */
        PLAIN("java -jar"),
        /** The libraries beside the jar instead of in it. */
        EXTRACTED("extracted"),
        /** Extracted, with classes loaded and linked by a training run. */
        AOT_CACHE("extracted, AOT cache");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return this.label;
        }

    }

}
