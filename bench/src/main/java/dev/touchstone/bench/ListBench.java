package dev.touchstone.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The list of findings over HTTP at a million findings: its orders and filters. */
final class ListBench implements Benchmark {

    private static final int REQUESTS = 40;

    private final HttpClient client = HttpClient.newHttpClient();

    /** A list that people ask for. */
    private record Asked(String what, String query, double budget) {}

    private static final List<Asked> ALL =
            List.of(
                    new Asked("by severity, all applications", "sort=SEVERITY", 100),
                    new Asked("mildest first", "sort=MILDEST", 100),
                    new Asked("newest, all applications", "sort=NEWEST", 100),
                    new Asked(
                            "oldest, open, one application",
                            "sort=OLDEST&status=OPEN&application=BENCH3",
                            100),
                    new Asked("by rule, one application", "sort=RULE&application=BENCH3", 100),
                    new Asked("by path, one application", "sort=PATH&application=BENCH3", 100),
                    new Asked("one line by severity", "application=BENCH3&line=main", 100),
                    new Asked("critical and open", "severity=CRITICAL&status=OPEN", 100),
                    new Asked("one weakness class, all applications", "cwe=33", 100),
                    new Asked(
                            "one weakness class, one application",
                            "cwe=33&application=BENCH4",
                            100),
                    new Asked("one rule", "rule=RULE_77", 100),
                    new Asked("closed ones, of which there are none", "status=CLOSED", 100),
                    new Asked("words, all applications", "q=Service777.java", 500),
                    new Asked("words of one application", "application=BENCH5&q=part77", 500));

    @Override
    public List<Measurement> measure() throws Exception {
        var measurements = new ArrayList<Measurement>();
        try (var platform = BenchPlatform.start()) {
            int applications = ImportBench.STORE / ImportBench.REPORT;
            Organisation.register(platform, LongStream.rangeClosed(1, applications).toArray());
            ImportBench.fill(platform);
            ImportBench.analyze(platform);
            String address = "http://127.0.0.1:" + platform.port() + "/api/v1/findings?limit=50&";
            for (Asked asked : ALL) {
                measurements.add(measure(asked.what, address + asked.query, asked.budget));
            }
            measurements.add(measure("the tenth page", address + tenthPage(address), 100));
            measurements.add(
                    measure(
                            "count by severity, all applications",
                            address.replace("findings?", "findings/count?"),
                            500));
        }
        return measurements;
    }

    private Measurement measure(String what, String address, double budget) throws Exception {
        var taken = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS + 5; i++) {
            long start = System.nanoTime();
            get(address);
            if (i >= 5) taken.add((System.nanoTime() - start) / 1e6);
        }
        taken.sort(null);
        double p95 = taken.get(REQUESTS * 95 / 100);
        return new Measurement(
                "findings, " + what,
                "p50 %.0f ms, p95 %.0f ms".formatted(taken.get(REQUESTS / 2), p95),
                "-",
                "p95 ≤ %.0f ms".formatted(budget),
                p95 <= budget);
    }

    private String tenthPage(String address) throws Exception {
        String query = "sort=SEVERITY";
        for (int page = 1; page < 10; page++) {
            String answer = get(address + query);
            String cursor = answer.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
            query = "sort=SEVERITY&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return query;
    }

    private String get(String address) throws Exception {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Authorization", "Bearer " + Organisation.TOKEN)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
        return answer.body();
    }
}
