package io.deskbell.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM takes just after a full collection.
 *
 * @param rssKb resident memory
 * @param heapKb live objects on the heap
 */
public record Memory(long rssKb, long heapKb) {

    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** Young and old generation of the serial collector. */
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    /** Collects twice, since the first collection only finds what the second can free. */
    public static Memory of(long pid) {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        long heap = USED.matcher(jcmd(pid, "GC.heap_info"))
            .results()
            .mapToLong((found) -> Long.parseLong(found.group(1)))
            .sum();
        return new Memory(rss(pid), heap);
    }

    private static long rss(long pid) {
        try {
            Matcher found = RSS.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
            if (!found.find()) {
                throw new IllegalStateException("Process " + pid + " has no memory");
            }
            return Long.parseLong(found.group(1));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    String.valueOf(pid), command)
                .redirectErrorStream(true)
                .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
