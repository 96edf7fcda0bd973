package io.deskbell;

/**
 * Where the jar starts: the only class compiled for Java 17, so that a Java too old for
 * the server is told so in a sentence.
 */
public final class Launcher {

    private static final int NEEDED = 25;

    /**
     * A virtual thread that loads a class keeps its carrier while it waits for the jar.
     * With a carrier for each processor a rush right after the start can take them all,
     * and then whoever holds the jar never runs again: the server hangs for good. Jetty
     * works on 200 requests at a time, so that some carriers are left.
     */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private static final String ENOUGH_CARRIERS = "256";

    private static final String APPLICATION = "io.deskbell.DeskbellApplication";

    private Launcher() {
    }

    /**
     * Starts the server, or says which Java it needs and exits with status 1.
     * @param args the arguments of the command line, passed on as they are
     * @throws ReflectiveOperationException if the jar is broken
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        int feature = Runtime.version().feature();
        if (feature < NEEDED) {
            System.err.println("Deskbell needs Java " + NEEDED + " or newer; this is Java " + feature + " ("
                    + System.getProperty("java.home") + ").");
            System.exit(1);
        }
        // Before the first virtual thread.
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, ENOUGH_CARRIERS);
        }
        Class.forName(APPLICATION).getMethod("main", String[].class).invoke(null, (Object) args);
    }

}
