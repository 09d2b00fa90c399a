package dev.touchstone.bench;

import dev.touchstone.server.foundation.database.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same over HTTP: sent, kept, acknowledged, merged, answered. */
final class HttpImport {

    private static final String TOKEN = "ts_bench-only-" + "0".repeat(20);

    private final Path files;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    HttpImport(BenchPlatform platform, Path files) throws Exception {
        this.files = files;
        this.address = "http://127.0.0.1:" + platform.port();
        register(JdbcClient.create(platform.get(Database.class).owner().dataSource()));
    }

    void measure(List<Measurement> measurements) throws Exception {
        send(Reported.sarif(files, 0, 1_000), 1);
        int commit = 2;
        for (int count : new int[] {10_000, 50_000}) {
            Path report = Reported.sarif(files, 1_000_000, 1_000_000 + count);
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
                {"application":"BENCH","line":"l%d","commit":"%040x"}\r
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
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        long start = System.nanoTime();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        double seconds = ImportBench.seconds(start);
        if (!answer.body().contains("\"MERGED\"")) throw new IllegalStateException(answer.body());
        return seconds;
    }

    private static void register(JdbcClient owner) throws Exception {
        var now = Timestamp.from(Instant.parse("2026-01-01T00:00:00Z"));
        owner.sql(
                        """
                        with entity as (
                            insert into access.entity (key, name, created_at) values ('BENCHCO', 'Bench', :now)
                            returning id),
                        department as (
                            insert into access.department (entity_id, parent_id, name, path, created_at)
                            select id, null, 'Bench', '{1}', :now from entity returning id, entity_id),
                        person as (
                            insert into access.person (entity_id, department_id, kind, login, name, created_at)
                            select entity_id, id, 'SECURITY_ADMIN', 'bench', 'Bench', :now from department returning id, entity_id),
                        application as (
                            insert into catalog.application (id, entity_id, department_path, key, name, tier, data_grade, exposure, created_at, changed_at)
                            overriding system value
                            select 700, entity_id, array[id], 'BENCH', 'Bench', 1, 1, 'INTERNAL', :now, :now from department returning entity_id),
                        token as (
                            insert into access.token (entity_id, name, digest, created_by, created_at, expires_at)
                            select entity_id, 'bench', :digest, id, now(), now() + interval '1 day' from person returning id, entity_id)
                        insert into access.role_grant (token_id, kind, role, scope, entity_id, created_at)
                        select id, 'BUSINESS', 'SECURITY', 'ENTITY', entity_id, :now from token
                        """)
                .param("now", now)
                .param(
                        "digest",
                        MessageDigest.getInstance("SHA-256")
                                .digest(TOKEN.getBytes(StandardCharsets.US_ASCII)))
                .update();
    }
}
