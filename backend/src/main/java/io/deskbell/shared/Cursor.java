package io.deskbell.shared;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import io.deskbell.shared.text.UserText;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key of its last row, encoded as a string that is opaque to
 * clients.
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "|";

    /** The latest time that both databases can store. */
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    public static Cursor after(Object... key) {
        return new Cursor(java.util.Arrays.stream(key).map(Cursor::text).toList());
    }

    /**
     * Decodes a client's cursor; null for the first page.
     * @throws Refusal {@code INVALID_REQUEST} if it is not a cursor with this number of
     * parts
     */
    public static @Nullable Cursor decode(@Nullable String encoded, int size) {
        if (encoded == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\\|", -1));
            if (parts.size() == size && !encoded.isEmpty() && UserText.isStorable(plain)) {
                return new Cursor(parts);
            }
        }
        catch (IllegalArgumentException ex) {
            throw invalidCursor();
        }
        throw invalidCursor();
    }

    public String encoded() {
        byte[] plain = String.join(SEPARATOR, this.parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    public String string(int index) {
        return this.parts.get(index);
    }

    public long number(int index) {
        return parsed(index, Long::valueOf);
    }

    public Instant time(int index) {
        long millis = number(index);
        if (millis < 0 || millis > LATEST) {
            throw invalidCursor();
        }
        return Instant.ofEpochMilli(millis);
    }

    public <T> T parsed(int index, Function<String, T> parser) {
        try {
            return parser.apply(this.parts.get(index));
        }
        catch (IllegalArgumentException ex) {
            throw invalidCursor();
        }
    }

    private static String text(Object part) {
        return (part instanceof Instant time) ? String.valueOf(time.toEpochMilli()) : part.toString();
    }

    private static Refusal invalidCursor() {
        return Refusal.invalid("cursor", "not a cursor of this list; start again without it");
    }

}
