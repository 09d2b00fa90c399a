package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineGateTest {

    private static final String POLICY =
            """
            id: named
            version: "3"
            title: {zh: 点名, en: Named}
            rules:
              - id: N-1
                title: {zh: 不许命令注入, en: No command injection}
                needs: [{kind: SAST}]
                each: finding
                when: finding.rule == 'COMMAND_INJECTION'
                mode: BLOCK
                named: true
              - id: N-2
                title: {zh: 留意高危, en: Watch high ones}
                needs: [{kind: SAST}]
                each: finding
                when: finding.severity >= HIGH
                mode: WARN
            """;
    private static final String RUN =
            """
            "runs":[{"id":"R-1","kind":"SAST","tool":"SpotBugs","commit":"c1","complete":true,\
            "at":"2026-11-25T11:00:00Z"}]\
            """;
    private static final String HEAD =
            "{\"at\":\"2026-11-25T12:00:00Z\",\"stage\":\"BUILD\",\"change\":{\"commit\":\"c1\"}";

    private @TempDir Path home;
    private Typed.Shell shell;
    private Path policy;

    @BeforeEach
    void aPolicy() throws IOException {
        shell = Typed.Shell.in(home);
        policy = Files.writeString(home.resolve("policy.yml"), POLICY);
    }

    @Test
    void passesWhereNothingIsFound() throws IOException {
        gate(facts("")).ended(Exit.PASS);
    }

    @Test
    void blocksAndNamesTheLineToMend() throws IOException {
        assertThat(gate(facts(finding("COMMAND_INJECTION", "LOW"))).ended(Exit.BLOCKED).out())
                .contains("BLOCK", "N-1", "src/main/java/bank/Export.java:7");
    }

    @Test
    void endsWithZeroOnAWarningAndPrintsTheWord() throws IOException {
        assertThat(gate(facts(finding("XSS_SERVLET", "HIGH"))).ended(Exit.PASS).out())
                .contains("WARN", "XSS_SERVLET");
    }

    @Test
    void namesTheFactsThatAreMissing() throws IOException {
        var typed = gate(HEAD + "}");
        assertThat(typed.ended(Exit.NO_DATA).out()).contains("NO DATA", "SAST");
    }

    @Test
    void givesOneObjectToAProgram() throws IOException {
        var json = gateJson(facts(finding("COMMAND_INJECTION", "LOW"))).ended(Exit.BLOCKED).json();
        assertThat(json.path("verdict").asString("")).isEqualTo("BLOCK");
        assertThat(json.path("rules").get(0).path("id").asString("")).isEqualTo("N-1");
    }

    @Test
    void decidesManyInOneProcessAndEndsWithTheWorst() throws IOException {
        var lines =
                Files.writeString(
                        home.resolve("many.jsonl"),
                        String.join(
                                "\n",
                                facts(""),
                                HEAD + "}",
                                facts(finding("COMMAND_INJECTION", "LOW")),
                                ""));
        var typed = shell.type("gate", "--offline", "--json", "--policy", policy, "--facts", lines);
        assertThat(typed.ended(Exit.BLOCKED).json().path("decisions"))
                .extracting(each -> each.path("verdict").asString(""))
                .containsExactly("PASS", "NO_DATA", "BLOCK");
    }

    @Test
    void saysTheSameInChinese() throws IOException {
        var file =
                Files.writeString(
                        home.resolve("facts.json"), facts(finding("COMMAND_INJECTION", "LOW")));
        assertThat(
                        shell.type(
                                        "--lang",
                                        "zh",
                                        "gate",
                                        "--offline",
                                        "--policy",
                                        policy,
                                        "--facts",
                                        file)
                                .ended(Exit.BLOCKED)
                                .out())
                .contains("不许命令注入")
                .doesNotContain("No command injection");
    }

    private static String facts(String findings) {
        return HEAD + "," + RUN + ",\"findings\":[" + findings + "]}";
    }

    private static String finding(String rule, String severity) {
        return """
               {"id":"F-1","tool":"SpotBugs","rule":"%s","severity":"%s","cwes":[78],"title":"T",\
               "path":"src/main/java/bank/Export.java","line":7}\
               """
                .formatted(rule, severity);
    }

    private Typed gate(String facts) throws IOException {
        return shell.type(
                "gate",
                "--offline",
                "--policy",
                policy,
                "--facts",
                Files.writeString(home.resolve("facts.json"), facts));
    }

    private Typed gateJson(String facts) throws IOException {
        return shell.type(
                "gate",
                "--json",
                "--offline",
                "--policy",
                policy,
                "--facts",
                Files.writeString(home.resolve("facts.json"), facts));
    }
}
