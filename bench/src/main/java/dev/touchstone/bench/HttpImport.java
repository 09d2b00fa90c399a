package dev.touchstone.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same over HTTP: sent, kept, acknowledged, merged, answered. */
final class HttpImport {

    private final Path files;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    HttpImport(BenchPlatform platform, Path files) throws Exception {
        this.files = files;
        this.address = "http://127.0.0.1:" + platform.port();
        Organisation.register(platform, 700);
    }

    void measure(List<Measurement> measurements) throws Exception {
        send(Reported.sarif(files, 700, 0, 1_000), 1);
        int commit = 2;
        for (int count : new int[] {10_000, 50_000}) {
            Path report = Reported.sarif(files, 700, 1_000_000, 1_000_000 + count);
            for (String what : new String[] {"all new", "unchanged"}) {
                double seconds = send(report, commit++);
                measurements.add(
                        new Measurement(
                                "%,d findings over HTTP, %s".formatted(count, what),
                                "%.2f s, %,.0f/s".formatted(seconds, count / seconds),
                                "-",
                                "-",
                                true));
            }
        }
    }

    private double send(Path report, int commit) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                """
                --limit\r
                Content-Disposition: form-data; name="about"\r
                \r
                {"application":"BENCH700","line":"l%d","commit":"%040x"}\r
                --limit\r
                Content-Disposition: form-data; name="file"; filename="report.sarif"\r
                \r
                """
                        .formatted(commit / 2, commit)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(report));
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1/reports?wait=300"))
                        .header("Authorization", "Bearer " + Organisation.TOKEN)
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        long start = System.nanoTime();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        double seconds = ImportBench.seconds(start);
        if (!answer.body().contains("\"MERGED\"")) throw new IllegalStateException(answer.body());
        return seconds;
    }
}
