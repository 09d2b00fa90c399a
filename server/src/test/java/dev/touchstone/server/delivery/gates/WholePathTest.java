package dev.touchstone.server.delivery.gates;

import static dev.touchstone.server.delivery.intake.Sender.about;
import static dev.touchstone.server.delivery.intake.Sender.commit;
import static dev.touchstone.server.delivery.intake.Sender.finding;
import static dev.touchstone.server.delivery.intake.Sender.sarif;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.server.ServerTest;
import dev.touchstone.server.delivery.intake.Sender;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.Scene;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an uploaded report to a decision about it. */
@ServerTest
class WholePathTest {

    private static final String OWN =
            """
            id: own
            version: "1"
            title: {zh: 本行, en: Own}
            rules:
              - id: O-1
                title: {zh: 新增的阻断, en: New ones block}
                needs: [{kind: SAST}]
                each: finding
                when: finding.isNew && finding.severity >= HIGH
                mode: BLOCK
                named: true
            """;

    @Autowired DataSource database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Sender sender;
    private Browser browser;

    @BeforeEach
    void scene() {
        var scene = Scene.on(database);
        sender = new Sender(port, scene.token("MBANK", Role.SECURITY, clock.instant()));
        browser = browserOf(scene, Role.DEVELOPER);
        var installed =
                browserOf(scene, Role.SECURITY_ADMIN)
                        .send(
                                "PUT",
                                "/api/v1/gates/policies/own",
                                JsonMapper.builder()
                                        .build()
                                        .writeValueAsString(Map.of("yaml", OWN)),
                                "application/json");
        assertThat(installed.status()).isEqualTo(200);
    }

    @Test
    void aNewFindingBlocksWithItsLineAndMendingItPasses() {
        var old = finding("OLD", "src/Old.java", 10, "query(a)");
        upload(commit(1), old);
        var first = decide(commit(1));
        assertThat(first.path("verdict").asString()).as("%s", first).isEqualTo("NO_DATA");
        assertThat(first.path("mergeBase").path("state").asString()).isEqualTo("NO_BASE");

        byte[] report = sarifOf(old, finding("SQL", "src/Payee.java", 44, "query(b)"));
        upload(report, commit(2), commit(1));
        var second = decide(commit(2));
        assertThat(second.path("verdict").asString()).as("%s", second).isEqualTo("BLOCK");
        assertThat(second.path("mergeBase").path("commit").asString()).isEqualTo(commit(1));
        assertThat(second.path("supersedesWhy").asString()).isEqualTo("NEW_COMMIT");
        assertThat(second.path("supersedes").asString()).isEqualTo(first.path("id").asString());
        assertThat(second.path("next").get(0).path("where").asString())
                .isEqualTo("src/Payee.java:44");
        assertThat(second.path("rules").get(0).path("hits")).hasSize(1);
        assertThat(second.path("inputs").get(0).path("digest").asString())
                .isEqualTo(sha256(report));
        assertThat(second.path("line").asString()).isEqualTo("main");

        upload(sarifOf(old), commit(3), commit(2), commit(1));
        var third = decide(commit(3));
        assertThat(third.path("verdict").asString()).as("%s", third).isEqualTo("PASS");
        assertThat(decide(commit(3)).path("id").asString()).isEqualTo(third.path("id").asString());
        assertThat(
                        browser.get("/api/v1/gates/decisions/" + second.path("id").asString())
                                .json()
                                .path("supersededBy")
                                .asString())
                .isEqualTo(third.path("id").asString());
    }

    @Test
    void aReportThatSaysItIsPartialProvesNothing() {
        upload(sarifOf(), commit(1));
        var partial = sarif(new ReportedRun("SpotBugs", "4.10.4", Sender.RULES, false), List.of());
        upload(partial, commit(2), commit(1));
        assertThat(decide(commit(2)).path("verdict").asString()).isEqualTo("NO_DATA");
    }

    @Test
    void aReportOfAnOlderCommitThatComesAgainLeavesItsVerdictAsItWas() {
        var old = finding("OLD", "src/Old.java", 10, "query(a)");
        var added = finding("SQL", "src/Payee.java", 44, "query(b)");
        upload(sarifOf(old), commit(1));
        upload(sarifOf(old, added), commit(2), commit(1));
        var blocked = decide(commit(2));
        assertThat(blocked.path("verdict").asString()).as("%s", blocked).isEqualTo("BLOCK");
        upload(sarifOf(old), commit(3), commit(2), commit(1));
        assertThat(decide(commit(3)).path("verdict").asString()).isEqualTo("PASS");

        upload(sarifOf(old, added), commit(2), commit(1));
        var again = decide(commit(2));
        assertThat(again.path("verdict").asString()).as("%s", again).isEqualTo("BLOCK");
        assertThat(again.path("rules").get(0).path("hits"))
                .isEqualTo(blocked.path("rules").get(0).path("hits"));
        assertThat(again.path("inputs").get(0)).isEqualTo(blocked.path("inputs").get(0));

        upload(sarifOf(), commit(2), commit(1));
        var emptied = decide(commit(2));
        assertThat(emptied.path("id").asString()).isEqualTo(again.path("id").asString());
        assertThat(decide(commit(3)).path("verdict").asString()).isEqualTo("PASS");
    }

    @Test
    void anOlderCommitThatWasNeverScannedInOrderHasNoData() {
        upload(sarifOf(), commit(1));
        upload(sarifOf(), commit(3), commit(2), commit(1));
        upload(sarifOf(finding("SQL", "src/Payee.java", 44, "query(b)")), commit(2), commit(1));
        var between = decide(commit(2));
        assertThat(between.path("verdict").asString()).as("%s", between).isEqualTo("NO_DATA");

        upload(sarifOf(), commit(4), commit(3), commit(2), commit(1));
        var newest = decide(commit(4));
        assertThat(newest.path("verdict").asString()).as("%s", newest).isEqualTo("PASS");
        assertThat(newest.path("mergeBase").path("commit").asString()).isEqualTo(commit(3));
    }

    /** The run is kept, but what it saw was compared with nothing: it is no base either. */
    @Test
    void anOlderCommitThatWasNeverScannedInOrderIsNoBase() {
        upload(sarifOf(), commit(3), commit(2), commit(1));
        upload(sarifOf(), commit(2), commit(1));
        var onTop = finding("SQL", "src/Payee.java", 44, "query(b)");
        var about = new HashMap<String, Object>(about("side", commit(9), commit(2)));
        about.put("kind", "SAST");
        assertThat(sender.send(about, sarifOf(onTop)).text("state")).isEqualTo("MERGED");
        var decided = decide(commit(9));
        assertThat(decided.path("mergeBase").path("state").asString()).isEqualTo("NO_BASE");
        assertThat(decided.path("verdict").asString()).as("%s", decided).isEqualTo("NO_DATA");
    }

    private void upload(String commit, ReportedFinding finding) {
        upload(sarifOf(finding), commit);
    }

    private void upload(byte[] report, String commit, String... ancestors) {
        var about = new HashMap<String, Object>(about("main", commit, ancestors));
        about.put("kind", "SAST");
        var answer = sender.send(about, report);
        assertThat(answer.text("state")).as("%s", answer.json()).isEqualTo("MERGED");
    }

    private static byte[] sarifOf(ReportedFinding... findings) {
        return sarif(new ReportedRun("SpotBugs", "4.10.4", Sender.RULES, true), List.of(findings));
    }

    private JsonNode decide(String commit) {
        var answer =
                browser.post(
                        "/api/v1/gates/decisions",
                        Map.of("application", "MBANK", "stage", "BUILD", "commit", commit));
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201);
        return answer.json();
    }

    private Browser browserOf(Scene scene, Role role) {
        return Browser.on(port).session(scene.session(scene.caller(role), clock.instant()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
