package dev.touchstone.server.delivery.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.engine.policy.EvaluateGate;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.FactsGenerator;
import dev.touchstone.engine.policy.GateJson;
import dev.touchstone.engine.policy.Policies;
import dev.touchstone.engine.seal.SigningKeys;
import dev.touchstone.engine.seal.TrustedKeys;
import dev.touchstone.engine.seal.Verification;
import dev.touchstone.engine.seal.VerifyEnvelope;
import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class GatesApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COMMIT = "8c1f4e2a".repeat(5);
    private static final String OWN =
            """
            id: own
            version: "1"
            title: {zh: 本行, en: Own}
            rules:
              - id: O-1
                title: {zh: 一, en: One}
                needs: [{kind: SAST}]
                each: finding
                when: finding.severity >= HIGH
                mode: BLOCK
                named: true
            """;

    @Autowired DataSource database;
    @Autowired Clock clock;
    @Autowired SigningKeys keys;
    @LocalServerPort int port;

    private Scene scene;

    @BeforeEach
    void scene() {
        scene = Scene.on(database);
    }

    @Test
    void theEngineAndTheEndpointSayTheSameAboutEverySetOfFacts() {
        var policy = ofText(Policies.ALL_KINDS);
        var generator = new FactsGenerator(2026);
        var browser = browser(Role.DEVELOPER);
        for (int part = 0; part < 12; part++) {
            var cases = new ArrayList<JsonNode>();
            var expected = new StringBuilder("{\"items\":[");
            for (int i = 0; i < 100; i++) {
                Facts facts = generator.next();
                cases.add(JSON.readTree(GateJson.write(facts)));
                expected.append(i == 0 ? "" : ",")
                        .append(
                                new String(
                                        GateJson.write(EvaluateGate.evaluate(policy, facts)),
                                        StandardCharsets.UTF_8));
            }
            var answer =
                    browser.post(
                            "/api/v1/gates/evaluations/batch",
                            Map.of("policy", Policies.ALL_KINDS, "cases", cases));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(expected.append("]}").toString());
        }
    }

    @Test
    void factsThatAreMissingAreNamed() {
        var answer =
                browser(Role.DEVELOPER)
                        .post(
                                "/api/v1/gates/evaluations",
                                Map.of(
                                        "policy",
                                        OWN,
                                        "facts",
                                        Map.of("at", "2026-11-25T16:00:00Z", "stage", "BUILD")));
        assertThat(answer.json().path("verdict").asString()).isEqualTo("NO_DATA");
        assertThat(answer.body()).contains("\"findings\"", "runs.SAST");
    }

    @Test
    void wrongFactsAreRefusedWithTheirPlace() {
        var answer =
                browser(Role.DEVELOPER)
                        .post(
                                "/api/v1/gates/evaluations",
                                Map.of("policy", OWN, "facts", Map.of("stage", "SOMETIME")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("faults").get(0).path("place").asString())
                .isEqualTo("/facts/stage");
    }

    @Test
    void aPolicyThatDoesNotCompileIsRefusedWithLineAndColumn() {
        var answer =
                put(
                        browser(Role.SECURITY_ADMIN),
                        "own",
                        OWN.replace("finding.severity", "finding.sevrity"));
        assertThat(answer.status()).isEqualTo(422);
        var fault = answer.json().path("faults").get(0);
        assertThat(fault.path("place").asString()).isEqualTo("9:18");
        assertThat(fault.path("message").asString()).contains("O-1", "sevrity");
        assertThat(browser(Role.SECURITY_ADMIN).get("/api/v1/gates/policies/own").status())
                .isEqualTo(404);
    }

    @Test
    void anInstalledPolicyJudgesInItsLegalEntityAlone() {
        assertThat(put(browser(Role.SECURITY_ADMIN), "own", OWN).status()).isEqualTo(200);
        assertThat(judging(browser(Role.DEVELOPER))).containsExactly("own");
        assertThat(judging(browserOf(scene.foreigner(Role.DEVELOPER))))
                .containsExactly("touchstone-default");
        assertThat(put(browser(Role.DEVELOPER), "own", OWN).status()).isEqualTo(403);
        var shown = browser(Role.DEVELOPER).get("/api/v1/gates/policies/own").json();
        assertThat(shown.path("rules").get(0).path("named").asBoolean()).isTrue();
        assertThat(shown.path("versions")).hasSize(1);
    }

    @Test
    void aDecisionIsMadeShownListedAndVerifiedOffline() {
        var browser = browser(Role.DEVELOPER);
        var made = browser.post("/api/v1/gates/decisions", question());
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(id).startsWith("MBANK-D-");
        assertThat(made.json().path("verdict").asString()).isEqualTo("NO_DATA");
        assertThat(made.json().path("defaultVerdict").asString()).isEqualTo("NO_DATA");
        assertThat(made.json().path("ledgerHead").path("hash").asString()).hasSize(64);
        assertThat(made.json().path("next").get(0).path("kind").asString()).isEqualTo("RUN_SCAN");

        assertThat(browser.post("/api/v1/gates/decisions", question()).status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/gates/decisions/" + id).json().path("id").asString())
                .isEqualTo(id);
        var list = browser.get("/api/v1/gates/decisions?application=MBANK&commit=8c1f4e2a");
        assertThat(list.json().path("items")).hasSize(1);

        var file = browser.get("/api/v1/gates/decisions/" + id + "/statement");
        assertThat(file.header("Content-Disposition").orElseThrow()).contains(id + ".dsse");
        var trusted = TrustedKeys.of(keys.current().verifying());
        assertThat(new VerifyEnvelope(trusted).verify(file.body().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Verification.Valid.class);
        assertThat(
                        new VerifyEnvelope(TrustedKeys.of(List.of()))
                                .verify(file.body().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Verification.UnknownKey.class);
    }

    @Test
    void manyWhoAskAtOnceGetOneDecision() {
        var browser = browser(Role.DEVELOPER);
        var statuses =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        browser.post(
                                                                "/api/v1/gates/decisions",
                                                                question())))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(statuses).extracting(Browser.Answer::status).containsOnlyOnce(201);
        assertThat(statuses)
                .extracting(answer -> answer.json().path("id").asString())
                .containsOnly(statuses.getFirst().json().path("id").asString());
    }

    @Test
    void aDecisionBehindTheWallLooksLikeOneThatNeverWas() {
        var made = browser(Role.DEVELOPER).post("/api/v1/gates/decisions", question());
        String id = made.json().path("id").asString();
        var foreigner = browserOf(scene.foreigner(Role.DEVELOPER));
        var behind = foreigner.get("/api/v1/gates/decisions/" + id);
        var never = foreigner.get("/api/v1/gates/decisions/WEALTH-D-999");
        assertThat(behind.status()).isEqualTo(404);
        assertThat(withoutRequest(behind)).isEqualTo(withoutRequest(never));
        assertThat(
                        browserOf(scene.neighbour(Role.DEVELOPER))
                                .get("/api/v1/gates/decisions/" + id)
                                .status())
                .isEqualTo(403);
        assertThat(foreigner.get("/api/v1/gates/decisions").json().path("items")).isEmpty();
    }

    private static String withoutRequest(Browser.Answer answer) {
        return answer.body().replaceAll("urn:uuid:[0-9a-f-]+", "");
    }

    private static Map<String, String> question() {
        return Map.of("application", "MBANK", "stage", "BUILD", "commit", COMMIT);
    }

    private static List<String> judging(Browser browser) {
        var judging = new ArrayList<String>();
        for (JsonNode policy : browser.get("/api/v1/gates/policies").json().path("items")) {
            if (policy.path("judges").asBoolean()) {
                judging.add(policy.path("id").asString());
            }
        }
        return judging;
    }

    private static Browser.Answer put(Browser browser, String id, String yaml) {
        return browser.send(
                "PUT",
                "/api/v1/gates/policies/" + id,
                JSON.writeValueAsString(Map.of("yaml", yaml)),
                "application/json");
    }

    private static dev.touchstone.engine.policy.Policy ofText(String yaml) {
        return Policies.accepted(yaml);
    }

    private Browser browser(Role role) {
        return browserOf(scene.caller(role));
    }

    private Browser browserOf(dev.touchstone.server.foundation.guard.Caller caller) {
        return Browser.on(port).session(scene.session(caller, clock.instant()));
    }
}
