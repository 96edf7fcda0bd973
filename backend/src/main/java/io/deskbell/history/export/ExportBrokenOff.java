package io.deskbell.history.export;

/**
 * An export failed when something of it was sent already. Nothing may answer it: what
 * carries the answer ends the connection, and so the client knows that it is not whole.
 */
public class ExportBrokenOff extends RuntimeException {

    ExportBrokenOff(RuntimeException cause) {
        super("An export was broken off", cause);
    }

}
