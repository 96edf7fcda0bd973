package io.deskbell.bench.client;

import java.nio.charset.StandardCharsets;

/** Finds things in frames without making strings of them. */
public final class Bytes {

    private Bytes() {
    }

    public static byte[] of(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the wanted bytes begin, or -1. */
    public static int indexOf(byte[] data, int from, int to, byte[] wanted) {
        byte first = wanted[0];
        for (int i = from; i <= to - wanted.length; i++) {
            if (data[i] == first && matches(data, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] data, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (data[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The decimal number of these many digits. */
    public static long number(byte[] data, int at, int digits) {
        long number = 0;
        for (int i = at; i < at + digits; i++) {
            number = 10 * number + (data[i] - '0');
        }
        return number;
    }

    /** Writes a number as these many digits. */
    public static void write(byte[] data, int at, int digits, long number) {
        long left = number;
        for (int i = at + digits - 1; i >= at; i--) {
            data[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

}
