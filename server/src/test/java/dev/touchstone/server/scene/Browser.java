package dev.touchstone.server.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP to a platform under test: as nobody, with a session, or with a token. */
public final class Browser {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;
    private final List<String> headers = new ArrayList<>();

    private Browser(String address) {
        this.address = address;
    }

    public static Browser on(int port) {
        return new Browser("http://127.0.0.1:" + port);
    }

    /** With the session whose secret this is, and its token against forged requests. */
    public Browser session(String secret) {
        var browser = with("Cookie", "TOUCHSTONE_SESSION=" + secret);
        JsonNode csrf = browser.get("/api/v1/session").json().path("csrf");
        return csrf.isMissingNode()
                ? browser
                : browser.with(csrf.path("header").asString(), csrf.path("token").asString());
    }

    public Browser token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Browser with(String header, String value) {
        var browser = new Browser(address);
        browser.headers.addAll(headers);
        browser.headers.add(header);
        browser.headers.add(value);
        return browser;
    }

    public Answer get(String path) {
        return send("GET", path, null, "application/json");
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, JSON.writeValueAsString(body), "application/json");
    }

    public Answer send(String method, String path, @Nullable String body, String type) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        for (int at = 0; at < headers.size(); at += 2) {
            request.header(headers.get(at), headers.get(at + 1));
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** Secret of the session that the answer opens. */
        public String sessionSecret() {
            String cookie = header("Set-Cookie").orElseThrow();
            return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        }
    }
}
