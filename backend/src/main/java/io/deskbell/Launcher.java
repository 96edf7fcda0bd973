package io.deskbell;

/**
 * Where the jar starts: the only class compiled for Java 17, so that a Java too old for
 * the server is told so in a sentence.
 */
public final class Launcher {

    private static final int NEEDED = 25;

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
        Class.forName(APPLICATION).getMethod("main", String[].class).invoke(null, (Object) args);
    }

}
