package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** A build server that gives reports to the platform, and again what nobody acknowledged. */
final class Uploads {

    static final int EACH = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 120;

    private final Http pipeline;
    private final int round;
    private final int findings;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Map<Integer, String> acknowledged = new LinkedHashMap<>();
    private final List<CountDownLatch> marks =
            IntStream.rangeClosed(1, EACH).mapToObj(CountDownLatch::new).toList();

    Uploads(Http pipeline, int round, int findings) {
        this.pipeline = pipeline;
        this.round = round;
        this.findings = findings;
    }

    /** Sends in the background, one after the other, until the platform answers no more. */
    void begin() {
        worker.execute(
                () -> {
                    try {
                        for (var number = 0; number < EACH; number++) {
                            send(number);
                        }
                    } catch (IOException | AssertionError broken) {
                        // the platform is dead: what was not acknowledged is sent again
                        marks.forEach(
                                mark -> IntStream.range(0, EACH).forEach(i -> mark.countDown()));
                    }
                });
    }

    void awaitAcknowledged(int count) throws InterruptedException {
        assertThat(marks.get(count - 1).await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    void end() throws InterruptedException {
        worker.shutdown();
        assertThat(worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** Sends what was not acknowledged, with the same keys. */
    void again() throws IOException {
        for (var number = 0; number < EACH; number++) {
            if (!acknowledged.containsKey(number)) {
                send(number);
            }
        }
    }

    /** Ids of the reports that the platform says it has. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged.values());
    }

    private void send(int number) throws IOException {
        var name = "line-" + round + "-" + number;
        var about =
                Map.of(
                        "application",
                        Organisation.APPLICATION,
                        "line",
                        name,
                        "commit",
                        "%040x".formatted(round * 100 + number + 1));
        var answer =
                pipeline.send(
                        "POST",
                        "/reports",
                        BodyPublishers.ofString(
                                """
                                --limit\r
                                Content-Disposition: form-data; name="about"\r
                                Content-Type: application/json\r
                                \r
                                %s\r
                                --limit\r
                                Content-Disposition: form-data; name="file"; filename="r.sarif"\r
                                Content-Type: application/octet-stream\r
                                \r
                                %s\r
                                --limit--\r
                                """
                                        .formatted(JSON.writeValueAsString(about), sarif(name))),
                        "Content-Type",
                        "multipart/form-data; boundary=limit",
                        "Idempotency-Key",
                        name);
        assertThat(answer.statusCode()).as(new String(answer.body())).isBetween(200, 202);
        acknowledged.put(number, Http.read(answer).path("id").asString());
        marks.forEach(CountDownLatch::countDown);
    }

    private String sarif(String name) {
        return IntStream.range(0, findings)
                .mapToObj(
                        i ->
                                """
                                {"ruleId":"SQL_INJECTION","level":"error","message":{"text":"%1$s %2$d"},
                                 "locations":[{"physicalLocation":{
                                   "artifactLocation":{"uri":"src/main/java/%1$s/A%2$d.java"},
                                   "region":{"startLine":%2$d}}}]}
                                """
                                        .formatted(name, i + 1))
                .collect(
                        Collectors.joining(
                                ",",
                                """
                                {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Scan","version":"1.0",
                                 "rules":[{"id":"SQL_INJECTION"}]}},"results":[
                                """,
                                "]}]}"));
    }
}
