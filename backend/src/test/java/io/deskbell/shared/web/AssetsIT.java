package io.deskbell.shared.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.deskbell.testing.Browser;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages and their files come in the encoding the client takes, and with no cookie. */
@DeskbellServer
class AssetsIT {

    private static final String RESOURCES = "META-INF/resources";

    private static final Map<String, String> BESIDE = Map.of("br", ".br", "gzip", ".gz");

    /** One of each kind. */
    static final List<String> COMPRESSED = List.of("/", "/admin/messages", asset("js"), asset("css"));

    static final List<String> ALL = Stream
        .concat(COMPRESSED.stream(), Stream.of("/index.html", "/favicon.svg", asset("woff2")))
        .toList();

    @Autowired
    private Deskbell deskbell;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip, deflate, br, zstd     | br
            br                          | br
            BR                          | br
            gzip                        | gzip
            gzip, br;q=0                | gzip
            br;q=0.2, gzip;q=0.8        | gzip
            br ; Q=0.000 , gzip ; q=0.1 | gzip
            br;q=0, *                   | gzip
            *                           | br
            identity;q=0, *;q=0.1       | br
            *;q=0                       | ''
            br;q=0                      | ''
            br;q=much                   | ''
            br;q=0.5, identity          | ''
            identity                    | ''
            deflate, zstd               | ''
            ''                          | ''
            """)
    void whatTheClientTakesIsSent(String accepted, String coding) throws Exception {
        for (String path : COMPRESSED) {
            HttpResponse<byte[]> plain = get(path);
            HttpResponse<byte[]> sent = get(path, "Accept-Encoding", accepted);
            assertThat(header(sent, "content-encoding")).as(path).isEqualTo(coding);
            assertThat(sent.headers().allValues("vary")).as(path).containsExactly("Accept-Encoding");
            assertThat(header(sent, "content-type")).as(path).isEqualTo(header(plain, "content-type"));
            assertThat(header(sent, "content-length")).as(path).isEqualTo(String.valueOf(sent.body().length));
            assertThat(sent.body()).as(path).isEqualTo(coding.isEmpty() ? plain.body() : file(path, coding));
            if (coding.equals("gzip")) {
                assertThat(new GZIPInputStream(new ByteArrayInputStream(sent.body())).readAllBytes())
                    .isEqualTo(plain.body());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyEncodingHasItsOwnTag(String path) throws Exception {
        List<String> tags = new ArrayList<>();
        for (String accepted : List.of("identity", "gzip", "br")) {
            HttpResponse<byte[]> first = get(path, "Accept-Encoding", accepted);
            String tag = header(first, "etag");
            HttpResponse<byte[]> again = get(path, "Accept-Encoding", accepted, "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            for (String name : List.of("etag", "vary", "cache-control")) {
                assertThat(header(again, name)).as(name).isNotEmpty().isEqualTo(header(first, name));
            }
            assertThat(again.body()).isEmpty();
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        assertThat(tags).hasSize(path.endsWith(".woff2") || path.endsWith(".svg") ? 1 : 3);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aHeadTellsTheSameAsAGet(String path) throws Exception {
        HttpResponse<byte[]> got = get(path, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> told = send("HEAD", path, "Accept-Encoding", "gzip");
        for (String name : List.of("content-encoding", "content-type", "content-length", "etag", "vary")) {
            assertThat(header(told, name)).as(name).isEqualTo(header(got, name));
        }
        assertThat(told.body()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noCookieIsSetAndNothingForbidsToKeepIt(String path) throws Exception {
        String region = this.deskbell.admin().region();
        Browser desk = this.deskbell.browserOfDesk(this.deskbell.admin().desk(region)).restart();
        for (Browser browser : List.of(this.deskbell.browser(), desk, this.deskbell.admin().browser())) {
            HttpResponse<byte[]> answer = get(path, "Cookie", browser.headers().get("Cookie"));
            assertThat(answer.headers().map().keySet()).doesNotContain("set-cookie", "expires", "pragma");
            assertThat(header(answer, "cache-control"))
                .isEqualTo(path.startsWith("/assets/") ? "max-age=31536000, public, immutable" : "no-cache");
        }
    }

    @Test
    void theCompressedFilesHaveNoAddressOfTheirOwn() throws Exception {
        assertThat(get(asset("js") + ".br").statusCode()).isEqualTo(404);
        assertThat(get("/index.html.gz").statusCode()).isEqualTo(404);
    }

    @Test
    void everyFileThatGainsFromItIsCompressed() throws Exception {
        for (String kind : List.of("js", "css")) {
            var files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + RESOURCES + "/assets/*." + kind);
            assertThat(files).isNotEmpty();
            for (var file : files) {
                if (file.contentLength() > 1024) {
                    for (String end : BESIDE.values()) {
                        assertThat(file.createRelative(file.getFilename() + end).contentLength())
                            .as(file.getFilename() + end)
                            .isBetween(1L, file.contentLength() - 1);
                    }
                }
            }
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
            .newBuilder(URI.create("http://localhost:" + this.deskbell.port() + path))
            .header("Accept", "text/html,*/*;q=0.8")
            .method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static byte[] file(String path, String coding) throws IOException {
        String file = path.startsWith("/assets/") ? path : "/index.html";
        return new ClassPathResource(RESOURCES + file + BESIDE.get(coding)).getContentAsByteArray();
    }

    /** The first of this kind that the page names, or the first there is. */
    private static String asset(String kind) {
        try {
            String page = new ClassPathResource(RESOURCES + "/index.html").getContentAsString(StandardCharsets.UTF_8);
            var named = Pattern.compile("assets/[^\"]+\\." + kind + "(?=\")").matcher(page);
            return "/" + (named.find() ? named.group() : "assets/" + new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + RESOURCES + "/assets/*." + kind)[0].getFilename());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
