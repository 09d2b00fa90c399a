package dev.touchstone.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's HTTP interface. */
final class Platform {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");

    private final HttpClient client;
    private final String address;
    private final Texts texts;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Platform(String address, Texts texts) {
        this.address = address.replaceAll("/+$", "");
        this.texts = texts;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
    }

    /** The platform that the environment names, with the token from the file that it names. */
    static Platform from(Terminal terminal) throws IOException {
        var platform =
                new Platform(
                        terminal.environment("TOUCHSTONE_URL", "http://127.0.0.1:8080"),
                        terminal.texts());
        var file = terminal.environment("TOUCHSTONE_TOKEN_FILE", "");
        if (file.isEmpty()) {
            throw Trouble.wrongUse("trouble.noToken");
        }
        var token = Readable.text(Path.of(file)).strip();
        if (!TOKEN.matcher(token).matches()) {
            throw Trouble.wrongUse("trouble.token", file);
        }
        return platform.with("Authorization", "Bearer " + token);
    }

    /** From now on every request carries the header. */
    Platform with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    String address() {
        return address;
    }

    JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    JsonNode post(String path, Object body) {
        return json(send(request(path).header("Content-Type", "application/json").POST(of(body))));
    }

    JsonNode put(String path, Object body) {
        return json(send(request(path).header("Content-Type", "application/json").PUT(of(body))));
    }

    byte[] bytes(String path) {
        return send(request(path).GET()).body();
    }

    /** Like {@link #get}, with nothing for an answer 404. */
    @Nullable JsonNode find(String path) {
        var answer = exchange(request(path).GET());
        return answer.statusCode() == 404 ? null : json(checked(answer));
    }

    /** A post of which the cookie matters, as {@code name=value}. */
    String cookie(String path, Object body) {
        var answer = send(request(path).header("Content-Type", "application/json").POST(of(body)));
        return answer.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .orElse("");
    }

    /** Sends a file beside a JSON part. */
    JsonNode upload(String path, Map<String, Object> about, Path file, String idempotencyKey)
            throws IOException {
        var boundary = "touchstone-" + idempotencyKey;
        var head =
                """
                --%s\r
                Content-Disposition: form-data; name="about"\r
                Content-Type: application/json\r
                \r
                %s\r
                --%s\r
                Content-Disposition: form-data; name="file"; filename="report"\r
                Content-Type: application/octet-stream\r
                \r
                """
                        .formatted(boundary, JSON.writeValueAsString(about), boundary);
        var body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return json(
                send(
                        request(path)
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .header("Idempotency-Key", idempotencyKey)
                                .POST(body)));
    }

    /** Whether somebody answers at the address. */
    boolean isHealthy() {
        try {
            var health =
                    HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                            .timeout(Duration.ofSeconds(2))
                            .build();
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException down) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path));
        } catch (IllegalArgumentException wrong) {
            throw Trouble.wrongUse("trouble.address", address);
        }
        request.timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json, */*")
                .header("Accept-Language", texts.languageTag());
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return checked(exchange(request));
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpConnectTimeoutException down) {
            throw new Trouble(Exit.NOT_REACHED, "trouble.notReached", address);
        } catch (IOException broken) {
            throw new Trouble(
                    Exit.NOT_REACHED, "trouble.brokenOff", address, String.valueOf(broken));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble(Exit.NOT_REACHED, "trouble.brokenOff", address, "");
        }
    }

    private HttpResponse<byte[]> checked(HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status < 400) {
            return answer;
        }
        var problem = problem(answer.body());
        var faults = new StringBuilder();
        for (var fault : problem.path("faults")) {
            faults.append("\n  ")
                    .append(fault.path("place").asString(""))
                    .append(": ")
                    .append(fault.path("message").asString(""));
        }
        throw new Trouble(
                status >= 500 ? Exit.NOT_REACHED : Exit.WRONG_USE,
                status == 404 ? "trouble.notFound" : "trouble.refused",
                status,
                problem.path("title").asString(""),
                problem.path("detail").asString("") + Lines.plain(faults.toString()));
    }

    private static JsonNode problem(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return answer.body().length == 0 ? JSON.createObjectNode() : problem(answer.body());
    }

    private static BodyPublisher of(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }
}
