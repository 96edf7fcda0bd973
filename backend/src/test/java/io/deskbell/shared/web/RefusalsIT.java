package io.deskbell.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever refuses a request, Jetty, the firewall or we ourselves: it is a problem, with
 * the headers of every answer and nothing of the insides.
 */
@DeskbellServer
class RefusalsIT {

    private static final String TOKEN = "X-XSRF-TOKEN: a|Cookie: XSRF-TOKEN=a|";

    private static final String SIGN_IN = "POST /api/session HTTP/1.1|Host: x|" + TOKEN;

    @Autowired
    private Deskbell deskbell;

    @ParameterizedTest
    @ValueSource(strings = { "GET /%zz HTTP/1.1|Host: x|", "GET /%c0%ae HTTP/1.1|Host: x|",
            "GET //api/session HTTP/1.1|Host: x|", "GET /api//session HTTP/1.1|Host: x|",
            "GET /api/session;a=b HTTP/1.1|Host: x|", "GET /api%2fsession HTTP/1.1|Host: x|",
            "GET /%2e%2e/api/session HTTP/1.1|Host: x|", "GET /api/%00 HTTP/1.1|Host: x|",
            "GET /api/a%0ab HTTP/1.1|Host: x|", "GET /api\\session HTTP/1.1|Host: x|",
            "GET /api/%5csession HTTP/1.1|Host: x|", "GET /api/../.. HTTP/1.1|Host: x|", "TRACE / HTTP/1.1|Host: x|",
            "TRACK / HTTP/1.1|Host: x|", "BREW /api/session HTTP/1.1|Host: x|", "CONNECT x:80 HTTP/1.1|Host: x:80|",
            "PROPFIND /desk HTTP/1.1|Host: x|", "GET /api/session HTTP/1.1|", "GET /api/session HTTP/9.9|Host: x|",
            "GET /api/session HTTP/1.1|Host: x|Host: y|", "GET /api/session HTTP/1.1|Host: a b|",
            "GET /api/session HTTP/1.1|Host: x|broken|", "GET /api/session HTTP/1.1|Host: x|Content-Length: x|",
            "GET /api/session HTTP/1.1|Host: x|Content-Length: 1|Transfer-Encoding: chunked|",
            "GET /api/session HTTP/1.1|Host: x|Transfer-Encoding: nonsense|",
            "GET /api/session?q=%ED%A0%80x HTTP/1.1|Host: x|", "GET /api/session?%zz=1 HTTP/1.1|Host: x|",
            "GET /?q=%ff HTTP/1.1|Host: x|", "GET /assets/nothing.js?q=%ff HTTP/1.1|Host: x|",
            "GET /error HTTP/1.1|Host: x|", "GET /error/999 HTTP/1.1|Host: x|", "GET /badMessage HTTP/1.1|Host: x|",
            "GET /index.html/x HTTP/1.1|Host: x|", "GET /META-INF/resources/index.html HTTP/1.1|Host: x|",
            "GET /api/session HTTP/1.1|Host: x|Accept: nonsense|",
            "GET /api/nothing HTTP/1.1|Host: x|Accept: text/html|", "GET /ws/a/b/c HTTP/1.1|Host: x|",
            "GET /ws/websocket HTTP/1.1|Host: x|", "GET /api/session HTTP/1.1|Host: x|Expect: nonsense|",
            SIGN_IN + "Content-Type: multipart/form-data|Content-Length: 2||{}",
            SIGN_IN + "Content-Type: multipart/form-data; boundary=|Content-Length: 2||{}",
            SIGN_IN + "Content-Type: multipart/form-data; boundary=x|Content-Length: 5||--x|x",
            SIGN_IN + "Content-Type: */*|Content-Length: 2||{}", SIGN_IN + "Content-Type: ;|Content-Length: 2||{}",
            SIGN_IN + "Content-Type: application/x-www-form-urlencoded|Content-Length: 3||%ff",
            SIGN_IN + "Content-Type: application/json; charset=nope|Content-Length: 2||{}",
            SIGN_IN + "Content-Type: application/json|Content-Encoding: gzip|Content-Length: 2||{}",
            SIGN_IN + "Content-Type: application/json|Transfer-Encoding: chunked||zz|",
            SIGN_IN + "Content-Type: application/json|Content-Length: 999999999||{}", SIGN_IN + "Content-Length: 2||{}",
            "PRI * HTTP/2.0||SM||", "nonsense|", "GET|", "\u0001\u0002|" })
    void areProblems(String request) throws IOException {
        assertProblem(answer(request.replace("|", "\r\n") + (request.contains("||") ? "" : "\r\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /{} HTTP/1.1|Host: x|", "GET /api/session HTTP/1.1|Host: x|Cookie: {}|",
            "GET /?q={} HTTP/1.1|Host: x|", "GET / HTTP/1.1|Host: {}|" })
    void areProblemsHoweverLong(String request) throws IOException {
        assertProblem(answer(request.replace("{}", "x".repeat(20_000)).replace("|", "\r\n") + "\r\n"));
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket("localhost", this.deskbell.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    /** Up to the end of the object that is its body. */
    private static String read(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        int open = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            answer.append((char) next);
            open += (next == '{') ? 1 : (next == '}') ? -1 : 0;
            if (next == '}' && open == 0) {
                break;
            }
        }
        return answer.toString();
    }

    private static void assertProblem(String answer) {
        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*")
            .containsIgnoringCase("content-type: application/problem+json")
            .containsIgnoringCase("content-security-policy: default-src 'none'")
            .containsIgnoringCase("x-content-type-options: nosniff")
            .containsIgnoringCase("x-frame-options: DENY")
            .doesNotContainIgnoringCase("jetty", "exception", "<html");
        JsonNode problem = new JsonMapper().readTree(answer.substring(answer.indexOf("{")));
        assertThat(problem.path("code").asString("")).isNotBlank();
        assertThat(problem.path("detail").asString("")).isNotBlank();
        assertThat(problem.path("status").asInt(0)).isEqualTo(Integer.parseInt(answer.substring(9, 12)));
    }

}
