package dev.touchstone.server.delivery.intake;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.Severity;
import dev.touchstone.formats.SarifWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A build server with a token: makes reports and sends them. */
public final class Sender {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    public static final String RULES = "a".repeat(64);

    private final String address;
    private final String token;

    public Sender(int port, String token) {
        this.address = "http://127.0.0.1:" + port + "/api/v1";
        this.token = token;
    }

    /** An answer of the platform. */
    public record Answer(int status, JsonNode json) {

        public String text(String field) {
            return json.path(field).asString("");
        }

        public int count(String name) {
            return json.path("counts").path(name).asInt(-1);
        }
    }

    public Answer send(Map<String, ?> about, byte[] file) {
        return send(about, file, null);
    }

    public Answer send(Map<String, ?> about, byte[] file, @Nullable String key) {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/reports?wait=60"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body(about, file)));
        if (key != null) request.header("Idempotency-Key", key);
        return answer(request.build());
    }

    public Answer get(String path) {
        return answer(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .build());
    }

    public HttpResponse<byte[]> download(String path) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    public static Map<String, ?> about(String line, String commit, String... ancestors) {
        return Map.of(
                "application",
                "MBANK",
                "line",
                line,
                "commit",
                commit,
                "ancestors",
                List.of(ancestors));
    }

    /** A commit id that ends in these digits. */
    public static String commit(int number) {
        return "%040x".formatted(number);
    }

    public static ReportedFinding finding(String rule, String path, int line, String snippet) {
        return new ReportedFinding(
                rule,
                Severity.HIGH,
                "Title of " + rule,
                "Something about " + rule,
                List.of(89),
                List.of(new CodeLocation(path, line, 1, line, 20, snippet)),
                List.of(),
                Map.of(),
                null,
                false);
    }

    public static byte[] sarif(ReportedFinding... findings) {
        return sarif(new ReportedRun("Scan", "1.0", RULES, true), List.of(findings));
    }

    public static byte[] sarif(ReportedRun run, List<ReportedFinding> findings) {
        var out = new ByteArrayOutputStream();
        try {
            SarifWriter.write(run, findings, out);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return out.toByteArray();
    }

    private static byte[] body(Map<String, ?> about, byte[] file) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                ("--limit\r\nContent-Disposition: form-data; name=\"about\"\r\n"
                                + "Content-Type: application/json\r\n\r\n"
                                + JSON.writeValueAsString(about)
                                + "\r\n--limit\r\nContent-Disposition: form-data; name=\"file\";"
                                + " filename=\"report.sarif\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static Answer answer(HttpRequest request) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.body().length == 0
                            ? JSON.createObjectNode()
                            : JSON.readTree(response.body()));
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
