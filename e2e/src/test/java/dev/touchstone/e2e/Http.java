package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller of {@code /api/v1}: with a session, with a token, or as nobody. */
final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Http(String address) {
        this.address = address;
    }

    static Http nobody(String address) {
        return new Http(address);
    }

    static Http token(String address, String token) {
        var http = new Http(address);
        http.headers.put("Authorization", "Bearer " + token);
        return http;
    }

    /** The same caller somewhere else. */
    Http at(String other) {
        var http = new Http(other);
        http.headers.putAll(headers);
        return http;
    }

    /** Uses a single-use link up. */
    static Http session(String address, String link) throws IOException {
        var http = new Http(address);
        var secret = link.substring(link.indexOf("#link=") + "#link=".length()).strip();
        var answer = http.send("POST", "/session/link", json(Map.of("link", secret)));
        assertThat(answer.statusCode()).isLessThan(300);
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        http.headers.put("Cookie", cookie.substring(0, cookie.indexOf(';')));
        var csrf = http.get("/session").path("csrf");
        http.headers.put(csrf.path("header").asString(), csrf.path("token").asString());
        return http;
    }

    JsonNode get(String path) throws IOException {
        return fine(send("GET", path, BodyPublishers.noBody()));
    }

    JsonNode post(String path, Object body) throws IOException {
        return fine(send("POST", path, json(body)));
    }

    JsonNode put(String path, Object body) throws IOException {
        return fine(send("PUT", path, json(body)));
    }

    byte[] bytes(String path) throws IOException {
        var answer = send("GET", path, BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    int status(String path) throws IOException {
        return send("GET", path, BodyPublishers.noBody()).statusCode();
    }

    /** Any request with the caller's headers and these. */
    HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... more)
            throws IOException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        address
                                                + (path.startsWith("/actuator") ? "" : "/api/v1")
                                                + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept", "application/json, application/problem+json, */*")
                        .method(method, body);
        headers.forEach(request::header);
        if (more.length == 0) {
            request.header("Content-Type", "application/json");
        } else {
            request.headers(more);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    static JsonNode read(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    private static JsonNode fine(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as("%s%n%s", answer.uri(), new String(answer.body()))
                .isLessThan(300);
        return answer.body().length == 0 ? JSON.createObjectNode() : read(answer);
    }
}
