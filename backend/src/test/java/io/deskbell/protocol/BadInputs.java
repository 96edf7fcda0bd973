package io.deskbell.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.deskbell.shared.text.UserText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What no client of ours would send. */
final class BadInputs {

    /** Half a surrogate pair can be written by its escape only. */
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Set<String> KNOWN_HEADERS = Set.of("destination", "content-type", "content-length", "receipt",
            "transaction", "id", "ack");

    private static final List<Object> NO_TEXT = List.of(List.of(), Map.of(), List.of("x"), Map.of("a", 1));

    private static final List<Object> NO_ID = List.of("", "c".repeat(65), "a\0b", "\ud800", 5, 1.5, true);

    private static final List<Object> NO_CONTENTS = List.of("", " \n\t", "x".repeat(2001), "가".repeat(2_500), "a\0b",
            "\ud800", 5, 1.5, true, "\u200b", "\u3164 \u00ad", "\ufeff\u2060\u200d", "\u2800", "\u0301");

    /** Nothing of which can be seen, but it is not nothing either. */
    private static final List<Object> NO_REASON = List.of("\u200b", "\u00a0\u3164", "\ufe0f", "\u2800\u0301", "a\0b",
            "\ud800", 5, 1.5, true);

    private static final List<Object> NO_NUMBER = List.of("x", "1", 1.5, true, 1e30, -1, Integer.MIN_VALUE);

    private static final List<Object> NO_BOOLEAN = List.of("x", "yes", "true", 1, 0, 1.5);

    private static final List<Object> NO_WORD = List.of("", "available", "xx", "ko-KR", "\0", "SELECT 1", 0, 1, true);

    private BadInputs() {
    }

    static Arbitrary<Act> acts() {
        return Arbitraries.of(Act.class);
    }

    /** Bodies that are not a JSON object. */
    static Arbitrary<String> noObjects() {
        Arbitrary<String> json = Arbitraries.of("", "null", "[]", "[[]]", "1", "-0.5e300", "\"x\"", "true", "{",
                "{\"a\"", "{]", "{\"clientId\":", "[".repeat(5000), "{\"a\":".repeat(3000), "NaN", "'x'", "{a:1}",
                "<x/>", "\ufeff{}");
        Arbitrary<String> any = Arbitraries.strings().excludeChars('\0').ofMinLength(1).ofMaxLength(200);
        return Arbitraries.oneOf(json, any, any.map((text) -> "{" + text)).filter((body) -> !isObject(body));
    }

    private static boolean isObject(String body) {
        try {
            return MAPPER.readTree(body).isObject();
        }
        catch (JacksonException ex) {
            return false;
        }
    }

    /** Right bodies of which one field is missing, of another type or out of bounds. */
    static Arbitrary<Unfit> unfit() {
        return acts().flatMap((act) -> Arbitraries.of(act.bounds.keySet())
            .flatMap((field) -> unfitValue(act.bounds.get(field)).map((value) -> Unfit.of(act, field, value))));
    }

    private static Arbitrary<@Nullable Object> unfitValue(List<Object> outOfBounds) {
        List<@Nullable Object> values = new ArrayList<>(outOfBounds);
        values.addAll(NO_TEXT);
        values.add(null);
        return Arbitraries.of(values);
    }

    /** Destinations that look like ours. */
    static Arbitrary<String> destinations(String call) {
        Arbitrary<String> part = Arbitraries.of("/app", "/topic", "/user", "/queue", "/", ".", "..", "calls", call,
                "ring", "messages", "end", "*", "**", "#", ">", "{id}", "%2e", "가", " ", "presence", "regions", "u",
                "errors");
        return part.list()
            .ofMinSize(1)
            .ofMaxSize(8)
            .map((parts) -> String.join("", parts))
            .filter((it) -> !it.isBlank()
                    && Stream.of(Act.values()).noneMatch((act) -> act.destination.replace("{id}", call).equals(it))
                    && !it.equals("/app/calls." + call + ".end"));
    }

    /** Well-formed types that are not JSON. */
    static Arbitrary<String> contentTypes() {
        Arbitrary<String> word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(10);
        return Arbitraries
            .oneOf(Arbitraries.of("text/plain", "text/plain;charset=UTF-8", "application/xml",
                    "application/octet-stream", "*/*", "image/png", "multipart/form-data;boundary=x"),
                    Combinators.combine(word, word).as((one, other) -> one + "/" + other))
            .filter((type) -> !type.endsWith("json"));
    }

    /** Headers that STOMP does not know, escaped as it wants. */
    static Arbitrary<Map<String, String>> headers() {
        Arbitrary<String> name = Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars('-', '_', '.', 'X')
            .ofMinLength(1)
            .ofMaxLength(20)
            .filter((it) -> !KNOWN_HEADERS.contains(it));
        Arbitrary<String> value = Arbitraries.strings()
            .excludeChars('\0')
            .ofMaxLength(50)
            .map((it) -> it.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace(":", "\\c"));
        return Arbitraries.maps(name, value).ofMaxSize(10);
    }

    /** Each SEND that has a body, with a right body and what does not fit its fields. */
    enum Act {

        DESK_MESSAGE(true, "/app/calls.{id}.messages", Map.of("clientId", "c", "contents", "bad"),
                Map.of("clientId", NO_ID, "contents", NO_CONTENTS)),
        GUIDE_MESSAGE(false, "/app/calls.{id}.messages", Map.of("clientId", "c", "contents", "bad"),
                Map.of("clientId", NO_ID, "contents", NO_CONTENTS)),
        TYPING(true, "/app/calls.{id}.typing", Map.of("typing", true), Map.of("typing", NO_BOOLEAN)),
        READ(false, "/app/calls.{id}.read", Map.of("seq", 1), Map.of("seq", NO_NUMBER)),
        RING(true, "/app/calls.ring", Map.of("requestId", "r", "language", "ko"),
                Map.of("requestId", NO_ID, "language", NO_WORD)),
        RATE(true, "/app/calls.{id}.rate", Map.of("stars", 1, "comment", "x"),
                Map.of("stars", NO_NUMBER, "comment", NO_REASON)),
        DECLINE(false, "/app/calls.{id}.decline", Map.of("reason", "x"), Map.of("reason", NO_REASON)),
        TRANSFER(false, "/app/calls.{id}.transfer", Map.of("to", Map.of("username", "no.such.guide"), "reason", "x"),
                Map.of("to", List.of("x", 5, Map.of("username", "nobody!"), Map.of("region", "a\0b")), "reason",
                        NO_REASON)),
        LEAVE(true, "/app/calls.{id}.leave", Map.of("contents", "bad"), Map.of("contents", NO_CONTENTS)),
        SEEN(false, "/app/calls.{id}.seen", Map.of("audible", true), Map.of("audible", NO_BOOLEAN)),
        PRESENCE(false, "/app/presence", Map.of("state", "BUSY"), Map.of("state", NO_WORD));

        private final boolean ofDesk;

        private final String destination;

        private final Map<String, Object> right;

        private final Map<String, List<Object>> bounds;

        Act(boolean ofDesk, String destination, Map<String, Object> right, Map<String, List<Object>> bounds) {
            this.ofDesk = ofDesk;
            this.destination = destination;
            this.right = right;
            this.bounds = bounds;
        }

        boolean isOfDesk() {
            return this.ofDesk;
        }

        String destination(String call) {
            return this.destination.replace("{id}", call);
        }

        /** What names a refusal for which the body has nothing. */
        @Nullable String ref(String call) {
            return this.destination.contains("{id}") ? call : null;
        }

    }

    /**
     * A body with a fault.
     *
     * @param isLeftOut whether its fault is a field that is not there
     * @param ref the requestId or clientId that can still be read
     */
    record Unfit(Act act, String body, boolean isLeftOut, @Nullable String ref) {

        private static Unfit of(Act act, String field, @Nullable Object value) {
            Map<String, Object> body = new LinkedHashMap<>(act.right);
            if (value != null) {
                body.put(field, value);
            }
            else {
                body.remove(field);
            }
            Object id = body.getOrDefault("clientId", body.get("requestId"));
            return new Unfit(act, MAPPER.writeValueAsString(body), value == null,
                    (id instanceof String text && UserText.isStorable(text)) ? text : null);
        }

    }

}
