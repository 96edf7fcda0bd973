package io.deskbell.protocol;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deskbell.account.AccountForm;
import io.deskbell.region.DeskForm;
import io.deskbell.region.RegionForm;
import io.deskbell.shared.text.VisibleText;
import io.deskbell.testing.Admin;
import io.deskbell.testing.Browser;
import io.deskbell.testing.HttpAnswer;
import jakarta.validation.constraints.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every parameter and every field of every endpoint that there is, with values that do
 * not fit: each is refused by its name, and none is a default or a failure of ours.
 */
class BadValuesIT extends ProtocolTest {

    /** Half a surrogate pair can be written by its escape only. */
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String NOTHING_SEEN = "\u200b\u2060\ufeff";

    /** What no parameter of any kind is. */
    private static final List<String> NO_VALUE = List.of("", "%20", "%09", "%00", "%01", "a%00", "%E2%80%8B",
            "%EF%BB%BF");

    private static final Map<Class<?>, List<String>> NO_PARAMETER = Map.of(boolean.class,
            List.of("yes", "1", "on", "TRUE", "true%20", "2"), int.class,
            List.of("x", "1.5", "0x10", "-1", "99999999999", "%2B1", "01", "1%20"), Instant.class,
            List.of("yesterday", "1", "2026-13-01T00:00:00Z", "2026-11-22", "-1000000000-01-01T00:00:00Z"), List.class,
            List.of("xx", "ringing", "RINGING,", ",", "1", "RINGING,%00"));

    private static final Map<String, List<String>> NO_NAMED = Map.of("limit", List.of("0", "201", "x", "1.5"), "cursor",
            List.of("x", "!!", "MQ%3D%3D%3D", "AA"), "region", List.of("nowhere!", "Seoul", "a", "x".repeat(33)),
            "desk", List.of("nowhere!", "a", "x".repeat(33)), "guide", List.of("nobody!", "a", "x".repeat(33)),
            "username", List.of("nobody!", "a", "x".repeat(33), "desk:"), "q", List.of("a", "%20a"), "action",
            List.of("xx", "signed_in"));

    /** What an endpoint that has it can't do without. */
    private static final Map<String, String> NEEDED = Map.of("format", "csv", "reason", "test");

    /** Well-formed, but there is none: nothing is found there. */
    private static final Map<String, String> UNKNOWN = Map.of("region", "no-such-region", "desk", "no-such-desk",
            "guide", "no.such.guide", "username", "no.such.person");

    private static final List<String> NO_NAME_IN_A_PATH = List.of("%00", "nowhere!", "%ED%A0%80", "x".repeat(300),
            "%20", "%E2%80%8B", "-", "..", "a%2fb", "a;b");

    private static final List<String> NO_BODY = List.of("", "null", "[]", "1", "true", "\"x\"", "{", "{\"a\":1}x",
            "NaN", "\u0000");

    private static final List<String> NO_TYPE = List.of("text/plain", "*/*", "application/*", "multipart/form-data",
            "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/xml", "json",
            "application/json;charset=nope", ";");

    private static final Set<String> OPTIONAL = Set.of("RegionForm.fallback", "RegionForm.hours", "RegionForm.holidays",
            "Credentials.code");

    private static final Set<String> PATTERNED = Set.of("timeZone", "contents");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @TestFactory
    Stream<DynamicTest> everyEndpointRefusesWhatDoesNotFit() {
        Browser admin = admin().browser();
        String region = admin().region();
        String desk = admin().desk(region);
        String guide = admin().guide(region);
        return this.mappings.getHandlerMethods()
            .entrySet()
            .stream()
            .flatMap((entry) -> endpoints(entry.getKey(), entry.getValue()))
            .filter((endpoint) -> endpoint.path.startsWith("/api/"))
            .map((endpoint) -> endpoint.of(region, desk, guide))
            .map((endpoint) -> DynamicTest.dynamicTest(endpoint.method + " " + endpoint.path, () -> {
                parameters(admin, endpoint);
                path(admin, endpoint);
                body(admin, endpoint);
            }));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues()
            .stream()
            .flatMap((path) -> info.getMethodsCondition()
                .getMethods()
                .stream()
                .map((method) -> new Endpoint(method, path, path, handler)));
    }

    private static void parameters(Browser admin, Endpoint endpoint) {
        endpoint.parameters().forEach((name, type) -> {
            List<String> bad = new ArrayList<>(NO_VALUE);
            bad.addAll(NO_PARAMETER.getOrDefault(type, List.of()));
            bad.addAll(NO_NAMED.getOrDefault(name, List.of()));
            String asked = endpoint.path + "?" + endpoint.needed(name) + name;
            for (String value : bad) {
                admin.get(asked + "=" + value).names(name);
            }
            admin.get(asked).names(name);
            admin.get(asked + "=%ED%A0%80x").isProblem(400, "INVALID_REQUEST");
            if (type != List.class) {
                admin.get(asked + "=1&" + name + "=2").names(name);
            }
            if (UNKNOWN.containsKey(name) && !endpoint.path.endsWith("/export")) {
                assertThat(admin.get(endpoint.path, name, UNKNOWN.get(name)).is(200).json().path("items")).isEmpty();
            }
        });
    }

    private static void path(Browser admin, Endpoint endpoint) {
        for (MethodParameter parameter : endpoint.handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                NO_NAME_IN_A_PATH.forEach((name) -> {
                    HttpAnswer answer = admin.raw(endpoint.method.name(), endpoint.pattern.replaceAll("\\{\\w+}", name),
                            "application/json", "");
                    assertRefused(answer, 400, 404, 405);
                });
            }
        }
    }

    private static void body(Browser admin, Endpoint endpoint) {
        for (String type : NO_TYPE) {
            if (endpoint.method != RequestMethod.GET
                    && (endpoint.hasBody() || !type.matches("text/plain|application/xml"))) {
                assertRefused(admin.raw(endpoint.method.name(), endpoint.path, type, "{}"), 415);
            }
        }
        if (endpoint.hasBody()) {
            for (String body : NO_BODY) {
                admin.raw(endpoint.method.name(), endpoint.path, "application/json", body)
                    .isProblem(400, "INVALID_REQUEST");
            }
            for (RecordComponent field : endpoint.form().getRecordComponents()) {
                if (endpoint.keeps(field.getName())) {
                    continue;
                }
                for (Object value : noValuesOf(field)) {
                    ObjectNode given = endpoint.right();
                    given.putPOJO(field.getName(), value);
                    HttpAnswer answer = admin.raw(endpoint.method.name(), endpoint.path, "application/json",
                            MAPPER.writeValueAsString(given));
                    answer.isProblem(400, "INVALID_REQUEST");
                    assertThat(answer.json().path("errors").findValuesAsString("field"))
                        .as("%s of %s in %s", answer.body(), given, endpoint.path)
                        .anyMatch((name) -> name.startsWith(field.getName()));
                }
            }
        }
    }

    private static List<Object> noValuesOf(RecordComponent field) {
        List<Object> bad = new ArrayList<>();
        Class<?> type = field.getType();
        boolean optional = OPTIONAL.contains(field.getDeclaringRecord().getSimpleName() + "." + field.getName());
        if (!optional) {
            bad.add(null);
        }
        if (type != String.class) {
            bad.addAll(List.of("", " ", "x", "true", "1", 1.5));
        }
        if (!List.class.isAssignableFrom(type)) {
            bad.add(List.of());
            bad.add(List.of("x"));
        }
        if (type != Boolean.class && type != boolean.class) {
            bad.addAll(List.of(true, false));
        }
        if (type != Integer.class && type != int.class) {
            bad.addAll(List.of(0, 7));
        }
        if (List.class.isAssignableFrom(type)) {
            bad.add(Collections.singletonList(null));
            bad.addAll(List.of(List.of(1), List.of(""), List.of("nowhere!"), List.of("a\0b"), Map.of()));
        }
        if (type == String.class) {
            bad.addAll(List.of(Map.of(), "x".repeat(2_001)));
            if (!optional) {
                bad.add("");
            }
            if (field.isAnnotationPresent(VisibleText.class) || field.isAnnotationPresent(Pattern.class)
                    || PATTERNED.contains(field.getName())) {
                bad.addAll(List.of(" ", NOTHING_SEEN, "\u3164", "a\0b", "\ud800"));
            }
        }
        return bad;
    }

    private static void assertRefused(HttpAnswer answer, Integer... statuses) {
        assertThat(answer.status()).as("%s answered %s", answer.response().request(), answer.body())
            .isIn((Object[]) statuses);
        assertThat(answer.header("content-type")).as(answer.response().request().toString())
            .startsWith("application/problem+json");
        assertThat(answer.header("content-security-policy")).isNotBlank();
    }

    /** One method of one path. */
    private record Endpoint(RequestMethod method, String pattern, String path, HandlerMethod handler) {

        Endpoint of(String region, String desk, String guide) {
            String id = "00000000-0000-7000-8000-000000000000";
            String code = this.pattern.contains("desks/{code}") ? desk : region;
            return new Endpoint(this.method, this.pattern,
                    this.pattern.replace("{username}", guide).replace("{code}", code).replace("{id}", id),
                    this.handler);
        }

        /** The names of what may stand in the address, with their types. */
        Map<String, Class<?>> parameters() {
            Map<String, Class<?>> found = new TreeMap<>();
            for (MethodParameter parameter : this.handler.getMethodParameters()) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                if (parameter.hasParameterAnnotation(RequestParam.class)) {
                    found.put(String.valueOf(parameter.getParameterName()), parameter.getParameterType());
                }
                else if (parameter.getParameterType().isRecord() && !parameter.hasParameterAnnotation(RequestBody.class)
                        && !parameter.hasParameterAnnotation(PathVariable.class)) {
                    for (RecordComponent field : parameter.getParameterType().getRecordComponents()) {
                        found.put(field.getName(), field.getType());
                    }
                }
            }
            return found;
        }

        /** What must be given besides one of them. */
        String needed(String name) {
            return NEEDED.entrySet()
                .stream()
                .filter((other) -> parameters().containsKey(other.getKey()) && !other.getKey().equals(name))
                .map((other) -> other.getKey() + "=" + other.getValue() + "&")
                .collect(Collectors.joining());
        }

        boolean hasBody() {
            return Stream.of(this.handler.getMethodParameters())
                .anyMatch((parameter) -> parameter.hasParameterAnnotation(RequestBody.class));
        }

        /** What names a thing is ignored where the thing is changed. */
        boolean keeps(String field) {
            return this.method == RequestMethod.PATCH && Set.of("code", "username").contains(field);
        }

        /** What its body is read as. */
        Class<?> form() {
            Type body = Stream.of(this.handler.getMethodParameters())
                .filter((parameter) -> parameter.hasParameterAnnotation(RequestBody.class))
                .findFirst()
                .orElseThrow()
                .getParameterType();
            if (body != ObjectNode.class) {
                return (Class<?>) body;
            }
            return this.path.contains("/desks") ? DeskForm.class
                    : this.path.contains("/regions") ? RegionForm.class : AccountForm.class;
        }

        /** A body of which nothing is wrong, or nothing at all for a change. */
        ObjectNode right() {
            ObjectNode given = MAPPER.createObjectNode();
            if (this.method == RequestMethod.PATCH) {
                return given;
            }
            for (RecordComponent field : form().getRecordComponents()) {
                switch (field.getName()) {
                    case "username" -> given.put("username", Admin.unique("walk."));
                    case "code" -> given.put("code", Admin.unique("walk-"));
                    case "displayName", "name", "contents", "current" -> given.put(field.getName(), "x");
                    case "role" -> given.put("role", "GUIDE");
                    case "password" -> given.put("password", Admin.PASSWORD);
                    case "region" -> given.put("region", "no-such-region");
                    case "pairingCode" -> given.put("pairingCode", "x");
                    case "to" -> given.putObject("to").put("username", "no.such.person");
                    default -> {
                    }
                }
            }
            return given;
        }

    }

}
