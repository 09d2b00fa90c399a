package dev.touchstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.Verdict;
import org.junit.jupiter.api.Test;

class ScanFactsTest {

    private static final String POLICY =
            """
            id: strict
            version: "1"
            title: {zh: 严, en: Strict}
            rules:
              - id: S-1
                title: {zh: 项目没有改扫描设置, en: The project did not change the settings}
                when: scan.settingsChanged || scan.excludedFiles > 100
                mode: BLOCK
            """;

    private static final String RUN =
            "{\"id\":\"%s\",\"kind\":\"SAST\",\"tool\":\"%s\",\"commit\":\"c1\",\"complete\":%s,\"at\":\"2026-11-25T11:00:00Z\"}";

    @Test
    void aGateSeesWhatTheProjectKeptFromTheScan() {
        assertThat(verdict(POLICY, scan("\"excludedFiles\":101,\"settingsChanged\":false")))
                .isEqualTo(Verdict.BLOCK);
        assertThat(verdict(POLICY, scan("\"excludedFiles\":100,\"settingsChanged\":false")))
                .isEqualTo(Verdict.PASS);
        assertThat(verdict(POLICY, scan("\"excludedFiles\":100"))).isEqualTo(Verdict.NO_DATA);
        assertThat(verdict(POLICY, "{\"at\":\"2026-11-25T12:00:00Z\",\"stage\":\"BUILD\"}"))
                .isEqualTo(Verdict.NO_DATA);
    }

    @Test
    void nothingKnownAboutTheScanLeavesTheFactsAsTheyWere() {
        var facts = read("{\"at\":\"2026-11-25T12:00:00Z\",\"stage\":\"BUILD\",\"scan\":{}}");
        assertThat(new String(GateJson.write(facts), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("scan");
    }

    @Test
    void oneToolCannotVouchForWhatAnotherDidNotSee() {
        var policy =
                """
                id: needs
                version: "1"
                title: {zh: 需, en: Needs}
                rules:
                  - id: N-1
                    title: {zh: 扫描, en: Scanned}
                    needs: [{kind: SAST}]
                    mode: BLOCK
                """;
        assertThat(verdict(policy, runs(RUN.formatted("R-1", "SpotBugs", true))))
                .isEqualTo(Verdict.PASS);
        assertThat(
                        verdict(
                                policy,
                                runs(
                                        RUN.formatted("R-1", "SpotBugs", false)
                                                + ","
                                                + RUN.formatted("R-2", "Source", true))))
                .isEqualTo(Verdict.NO_DATA);
        assertThat(
                        verdict(
                                policy,
                                runs(
                                        RUN.formatted("R-1", "SpotBugs", false)
                                                + ","
                                                + RUN.formatted("R-2", "SpotBugs", true))))
                .isEqualTo(Verdict.PASS);
    }

    private static String runs(String runs) {
        return "{\"at\":\"2026-11-25T12:00:00Z\",\"stage\":\"BUILD\",\"change\":{\"commit\":\"c1\"},\"findings\":[],\"runs\":["
                + runs
                + "]}";
    }

    private static String scan(String facts) {
        return "{\"at\":\"2026-11-25T12:00:00Z\",\"stage\":\"BUILD\",\"scan\":{" + facts + "}}";
    }

    private static Verdict verdict(String policy, String facts) {
        return switch (new PolicyReader().read(policy)) {
            case PolicyReading.Accepted(Policy accepted) ->
                    EvaluateGate.evaluate(accepted, read(facts)).verdict();
            case PolicyReading.Refused(var faults) -> throw new AssertionError(faults);
        };
    }

    private static Facts read(String json) {
        return ((FactsReading.Accepted) new FactsReader().read(json)).facts();
    }
}
