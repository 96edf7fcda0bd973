package io.deskbell.testing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the server answered to one request. */
public record HttpAnswer(HttpResponse<String> response) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public int status() {
        return this.response.statusCode();
    }

    public String header(String name) {
        return this.response.headers().firstValue(name).orElse("");
    }

    public String body() {
        return this.response.body();
    }

    public JsonNode json() {
        return MAPPER.readTree(this.response.body());
    }

    /** Expects this status. */
    public HttpAnswer is(int status) {
        assertThat(status()).as("%s answered %s", this.response.request(), this.response.body()).isEqualTo(status);
        return this;
    }

    /** Expects a problem with this status and code. */
    public HttpAnswer isProblem(int status, String code) {
        is(status);
        assertThat(header("content-type")).startsWith("application/problem+json");
        assertThat(json().path("code").asString("")).isEqualTo(code);
        assertThat(json().path("status").asInt(0)).isEqualTo(status);
        assertThat(json().path("detail").asString("")).isNotBlank();
        return this;
    }

    /** Expects a refusal that names this field. */
    public HttpAnswer names(String field) {
        isProblem(400, "INVALID_REQUEST");
        assertThat(json().path("errors").findValuesAsString("field")).as(this.response.body()).contains(field);
        return this;
    }

    /** One field of every item of a list. */
    public List<String> each(String field) {
        return StreamSupport.stream(json().path("items").spliterator(), false)
            .map((item) -> item.at("/" + field.replace('.', '/')).asString())
            .toList();
    }

    /** The cursor of the next page, or null. */
    public String next() {
        return json().path("next").asString(null);
    }

}
