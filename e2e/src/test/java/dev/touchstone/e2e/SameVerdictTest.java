package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.engine.policy.FactsGenerator;
import dev.touchstone.engine.policy.GateJson;
import dev.touchstone.engine.policy.Policies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Platform.class)
class SameVerdictTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CASES = 1_200;

    private @TempDir Path home;

    @Test
    void theCommandLineAndThePlatformGiveTheSameVerdictAndTheSameReasons(Platform.Running platform)
            throws IOException {
        var generator = new FactsGenerator(4711);
        var documents = new ArrayList<String>();
        for (var i = 0; i < CASES; i++) {
            documents.add(new String(GateJson.write(generator.next()), StandardCharsets.UTF_8));
        }
        var offline = offline(documents);
        var pipeline = platform.organisation().pipeline();
        var verdicts = new TreeSet<String>();
        for (var i = 0; i < CASES; i++) {
            var online =
                    pipeline.post(
                            "/gates/evaluations",
                            Map.of(
                                    "policy",
                                    Policies.ALL_KINDS,
                                    "facts",
                                    JSON.readTree(documents.get(i))));
            assertThat(offline.get(i)).as("facts %s", documents.get(i)).isEqualTo(online);
            online.path("rules").forEach(rule -> verdicts.add(rule.path("verdict").asString()));
        }
        assertThat(verdicts).contains("PASS", "WARN", "BLOCK", "NO_DATA", "STALE");
    }

    @Test
    void factsThatAreMissingAreNoDataAndNamed() throws IOException {
        var known =
                """
                {"at":"2026-11-25T16:00:00Z","stage":"BUILD","change":{"commit":"%1$s"},
                 "runs":[{"id":"R-1","kind":"SAST","tool":"SpotBugs","commit":"%1$s","complete":true,
                          "at":"2026-11-25T15:58:00Z"}],
                 "findings":[{"id":"F-1","tool":"SpotBugs","rule":"X"%2$s}]}
                """
                        .replace("\n", "");
        var commit = Organisation.COMMIT;
        var documents =
                List.of(
                        known.formatted(commit, ",\"severity\":\"LOW\""),
                        known.formatted(commit, ""),
                        known.formatted(commit, "").replaceAll(",\\s*\"findings\":.*", "}"),
                        "{\"at\":\"2026-11-25T16:00:00Z\",\"stage\":\"BUILD\"}");
        var policy =
                Files.writeString(
                        home.resolve("named.yml"),
                        Policies.text(
                                "needs: [{kind: SAST}]",
                                "each: finding",
                                "when: finding.severity >= HIGH",
                                "mode: BLOCK",
                                "named: true"));
        var facts = Files.write(home.resolve("facts.jsonl"), documents);
        var decisions =
                new Program(home)
                        .run("gate", "--offline", "--policy", policy, "--facts", facts, "--json")
                        .exits(3)
                        .json()
                        .path("decisions");
        assertThat(decisions).hasSize(4);
        assertThat(decisions.get(0).path("verdict").asString()).isEqualTo("PASS");
        assertNamed(decisions.get(1), "finding.severity");
        assertNamed(decisions.get(2), "findings");
        assertNamed(decisions.get(3), "runs.SAST");
    }

    /** Every rule without data names what it lacks, and the next steps name it too. */
    private static void assertNamed(JsonNode decision, String fact) {
        assertThat(decision.path("verdict").asString()).isEqualTo("NO_DATA");
        assertThat(decision.path("rules").toString()).contains(fact);
        assertThat(decision.path("next")).isNotEmpty();
    }

    /** All cases in one process. */
    private List<JsonNode> offline(List<String> documents) throws IOException {
        var policies = Files.createDirectory(home.resolve("policies"));
        Files.writeString(policies.resolve("all-kinds.yml"), Policies.ALL_KINDS);
        var facts = Files.write(home.resolve("many.jsonl"), documents);
        var decisions = new ArrayList<JsonNode>();
        new Program(home)
                .run("gate", "--offline", "--policy", policies, "--facts", facts, "--json")
                .exits(1)
                .json()
                .path("decisions")
                .forEach(decisions::add);
        assertThat(decisions).hasSize(documents.size());
        return decisions;
    }
}
