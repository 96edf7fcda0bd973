package io.deskbell.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Creates random secrets and hashes them for storage; they are long and random, so a fast
 * hash is enough.
 */
public final class Secrets {

    /** Crockford's base 32: no I, L, O or U, to be read aloud and typed at a kiosk. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 12;

    private static final int GROUP = 4;

    private static final int TOKEN_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {
    }

    /** A code of 60 random bits such as {@code 7K3M-Q2ZD-84XW}. */
    public static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append((i > 0 && i % GROUP == 0) ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(32)));
        }
        return code.toString();
    }

    public static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * The hash of a code, ignoring case, spaces and dashes.
     */
    public static String hashOfCode(String typed) {
        return hash(typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }

    public static String hash(String secret) {
        return DigestUtils.sha256Hex(secret);
    }

}
