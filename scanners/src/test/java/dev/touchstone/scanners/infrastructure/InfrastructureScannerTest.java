package dev.touchstone.scanners.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.UnitAnswer;
import dev.touchstone.scanners.tree.LeftOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InfrastructureScannerTest {

    private static final InfrastructureScanner SCANNER = new InfrastructureScanner();

    private static UnitAnswer scan(Map<String, String> texts) throws IOException {
        var tree = FolderTree.of(texts);
        var findings = new ArrayList<ReportedFinding>();
        var ignored = new ArrayList<UnitAnswer.Ignored>();
        var leftOut = new ArrayList<LeftOut>();
        for (var unit : SCANNER.units(tree)) {
            var answer = SCANNER.scan(tree, unit);
            findings.addAll(answer.findings());
            ignored.addAll(answer.ignored());
            leftOut.addAll(answer.leftOut());
        }
        return new UnitAnswer(findings, ignored, leftOut);
    }

    private static List<String> ids(UnitAnswer answer) {
        return answer.findings().stream().map(ReportedFinding::ruleId).toList();
    }

    private static String disk(String encrypted) {
        return "resource \"aws_ebs_volume\" \"d\" {\n  encrypted = " + encrypted + "\n}\n";
    }

    @Test
    void defaultsLocalsAndSettingsDecideWhereTheyAreKnown() throws IOException {
        String variable = "variable \"on\" {\n  default = false\n}\nlocals {\n  e = var.on\n}\n";
        assertThat(ids(scan(Map.of("a/main.tf", disk("local.e"), "a/vars.tf", variable))))
                .contains("TF-AWS-024");
        assertThat(
                        ids(
                                scan(
                                        Map.of(
                                                "a/main.tf",
                                                disk("local.e"),
                                                "a/vars.tf",
                                                variable,
                                                "a/terraform.tfvars",
                                                "on = true\n"))))
                .doesNotContain("TF-AWS-024");
    }

    @Test
    void whatNobodyKnowsIsNoFinding() throws IOException {
        assertThat(ids(scan(Map.of("a/main.tf", disk("var.on"))))).doesNotContain("TF-AWS-024");
        assertThat(ids(scan(Map.of("a/main.tf", disk("var.on") + "variable \"on\" {\n}\n"))))
                .doesNotContain("TF-AWS-024");
    }

    @Test
    void dynamicBlocksOverKnownListsAreUnfolded() throws IOException {
        String group =
                """
                locals {
                  ports = [443, 22]
                }
                resource "aws_security_group" "g" {
                  description = "g"
                  dynamic "ingress" {
                    for_each = local.ports
                    content {
                      description = "x"
                      from_port   = ingress.value
                      to_port     = ingress.value
                      protocol    = "tcp"
                      cidr_blocks = ["0.0.0.0/0"]
                    }
                  }
                }
                """;
        assertThat(ids(scan(Map.of("main.tf", group)))).contains("TF-AWS-130");
        assertThat(ids(scan(Map.of("main.tf", group.replace("443, 22", "443")))))
                .doesNotContain("TF-AWS-130");
    }

    @Test
    void localsThatUnfoldWithoutEndAreLeftOut() throws IOException {
        var text = new StringBuilder("locals {\n  a0 = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n");
        for (int i = 1; i < 12; i++) {
            text.append("  a").append(i).append(" = [");
            text.append(("local.a" + (i - 1) + ",").repeat(10)).append("]\n");
        }
        text.append("}\nresource \"x\" \"y\" {\n  z = local.a11\n}\n");
        assertThat(scan(Map.of("main.tf", text.toString())).leftOut())
                .singleElement()
                .extracting(LeftOut::reason)
                .isEqualTo(LeftOut.Reason.TOO_MUCH_INSIDE);
    }

    @Test
    void theJsonFormOfTerraformIsTheSameModule() throws IOException {
        String json =
                """
                {"resource": {"aws_ebs_volume": {"d": {
                  "encrypted": "${var.on}"
                }}}, "variable": {"on": {"default": false}}}
                """;
        var answer = scan(Map.of("main.tf.json", json));
        assertThat(ids(answer)).contains("TF-AWS-024");
    }

    @Test
    void oneBrokenDocumentOfAStreamCostsNoOther() throws IOException {
        String pod =
                "apiVersion: v1\nkind: Pod\nmetadata:\n  name: %s\nspec:\n  hostPID: true\n  containers: []\n";
        var answer =
                scan(
                        Map.of(
                                "a.yaml",
                                pod.formatted("one")
                                        + "---\napiVersion: v1\nkind: Pod\n\tx: [\n---\n"
                                        + pod.formatted("two")));
        assertThat(answer.findings())
                .filteredOn(finding -> finding.ruleId().equals("K8S-016"))
                .extracting(finding -> finding.locations().getFirst().symbol())
                .containsExactly("Pod/one", "Pod/two");
        assertThat(answer.leftOut())
                .singleElement()
                .satisfies(
                        left -> {
                            assertThat(left.reason()).isEqualTo(LeftOut.Reason.MALFORMED);
                            assertThat(left.detail()).startsWith("line 11");
                        });
    }

    @Test
    void aliasesAreUnfoldedUpToALimit() throws IOException {
        var text =
                new StringBuilder(
                        "apiVersion: v1\nkind: Pod\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        assertThat(scan(Map.of("a.yaml", text.toString())).leftOut())
                .singleElement()
                .extracting(LeftOut::reason)
                .isEqualTo(LeftOut.Reason.TOO_MUCH_INSIDE);
    }

    @Test
    void nestingWithoutEndIsLeftOut() throws IOException {
        var indented = new StringBuilder();
        for (int i = 0; i < 3_000; i++) indented.append(" ".repeat(i)).append("a:\n");
        for (String deep :
                List.of(
                        "x: " + "[".repeat(10_000),
                        "x: " + "{a: ".repeat(400) + "}".repeat(400),
                        "- ".repeat(100_000) + "x",
                        indented.toString())) {
            assertThat(scan(Map.of("a.yaml", "apiVersion: v1\nkind: Pod\n" + deep)).leftOut())
                    .singleElement()
                    .extracting(LeftOut::reason)
                    .isEqualTo(LeftOut.Reason.MALFORMED);
        }
    }

    @Test
    void anchorsAndMergeKeysCount() throws IOException {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                x-common: &common
                  hostNetwork: true
                metadata: {name: p}
                spec:
                  <<: *common
                  containers:
                    - {name: a, image: "a:1"}
                """;
        assertThat(ids(scan(Map.of("a.yaml", pod)))).contains("K8S-018");
    }

    @Test
    void everyKindThatRunsPodsIsAskedTheSame() throws IOException {
        String containers =
                "containers: [{name: a, image: a, securityContext: {privileged: true}}]";
        var kinds = new TreeMap<String, String>();
        kinds.put("Pod", "spec: {%s}");
        kinds.put("PodTemplate", "template: {spec: {%s}}");
        for (String kind :
                List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "Rollout")) {
            kinds.put(kind, "spec: {template: {spec: {%s}}}");
        }
        kinds.put("CronJob", "spec: {jobTemplate: {spec: {template: {spec: {%s}}}}}");
        for (var kind : kinds.entrySet()) {
            String text =
                    "apiVersion: v1\nkind: %s\nmetadata: {name: x}\n%s\n"
                            .formatted(kind.getKey(), kind.getValue().formatted(containers));
            assertThat(ids(scan(Map.of("a.yaml", text)))).as(kind.getKey()).contains("K8S-001");
            String list =
                    "apiVersion: v1\nkind: List\nitems:\n  - "
                            + text.strip().replace("\n", "\n    ");
            assertThat(ids(scan(Map.of("a.yaml", list)))).as(kind.getKey()).contains("K8S-001");
        }
    }

    @Test
    void aTemplateOfAChartIsLeftOutUntilItIsRendered() throws IOException {
        var answer =
                scan(
                        Map.of(
                                "chart/templates/pod.yaml",
                                "apiVersion: v1\nkind: Pod\nspec: {{ .Values.x }}\n",
                                "chart/templates/plain.yaml",
                                "apiVersion: v1\nkind: Pod\nspec: {hostPID: true, containers: []}\n"));
        assertThat(answer.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.detail()).contains("helm template"));
        assertThat(ids(answer)).contains("K8S-016");
    }

    @Test
    void anIgnoreNeedsItsRuleAndAReason() throws IOException {
        String with =
                "resource \"aws_ebs_volume\" \"d\" {\n  encrypted = false # touchstone:ignore TF-AWS-024 %s\n}\n";
        var ignored = scan(Map.of("main.tf", with.formatted("holds public maps")));
        assertThat(ids(ignored)).doesNotContain("TF-AWS-024");
        assertThat(ignored.ignored())
                .filteredOn(each -> each.finding().ruleId().equals("TF-AWS-024"))
                .extracting(UnitAnswer.Ignored::reason)
                .containsExactly("holds public maps");
        assertThat(ids(scan(Map.of("main.tf", with.formatted(""))))).contains("TF-AWS-024");
        String above = "# touchstone:ignore K8S-016, K8S-017 debugging aid\n";
        String pod =
                "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  hostPID: true\n  containers: []\n";
        assertThat(ids(scan(Map.of("a.yaml", above + pod)))).doesNotContain("K8S-016");
    }

    @Test
    void aFindingPointsAtTheAttributeAndShowsNoSecret() throws IOException {
        var answer =
                scan(
                        Map.of(
                                "db/main.tf",
                                "resource \"aws_db_instance\" \"bank\" {\n  engine   = \"mysql\"\n  password = \"Granite-8842\"\n}\n"));
        assertThat(answer.findings())
                .filteredOn(finding -> finding.ruleId().equals("TF-ALL-002"))
                .singleElement()
                .satisfies(
                        finding -> {
                            var place = finding.locations().getFirst();
                            assertThat(place.display()).isEqualTo("db/main.tf:3");
                            assertThat(place.symbol()).isEqualTo("aws_db_instance.bank");
                            assertThat(place.snippet()).isEqualTo("  password = ***");
                        });
        assertThat(answer.findings().toString()).doesNotContain("Granite-8842");
    }

    @Test
    void theOrderOfFilesAndUnitsChangesNothing() throws IOException {
        var texts = new TreeMap<String, String>();
        for (Rule rule : SCANNER.compiled()) {
            texts.put(rule.text().id() + "/" + rule.file(), rule.text().faulty());
        }
        var forwards = FolderTree.of(texts);
        var units = SCANNER.units(forwards);
        var first = new TreeMap<String, UnitAnswer>();
        for (var unit : units) first.put(unit.toString(), SCANNER.scan(forwards, unit));
        for (var unit : units.reversed()) {
            assertThat(new InfrastructureScanner().scan(forwards, unit))
                    .isEqualTo(first.get(unit.toString()));
            break;
        }
        for (var unit : units.reversed()) {
            assertThat(SCANNER.scan(forwards, unit)).isEqualTo(first.get(unit.toString()));
        }
    }
}
