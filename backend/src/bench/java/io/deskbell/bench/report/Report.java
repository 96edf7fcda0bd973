package io.deskbell.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Markdown that is printed at once and kept in a file. */
public final class Report {

    private final Path file;

    private final StringBuilder text = new StringBuilder();

    public Report(Path file) {
        this.file = file;
    }

    public void title(String title) {
        add("\n## " + title + "\n");
    }

    public void paragraph(String paragraph) {
        add("\n" + paragraph + "\n");
    }

    /** Adds a table; its first row is the header. */
    public void table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder("\n");
        for (int i = 0; i < rows.size(); i++) {
            table.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                table.append("| --- ".repeat(rows.getFirst().size())).append("|\n");
            }
        }
        add(table.toString());
    }

    private void add(String markdown) {
        System.out.print(markdown);
        System.out.flush();
        this.text.append(markdown);
        try {
            Files.createDirectories(this.file.getParent());
            Files.writeString(this.file, this.text);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
