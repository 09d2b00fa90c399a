package dev.touchstone.server.foundation.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.touchstone.engine.seal.TrustedKeys;
import dev.touchstone.engine.seal.Verification;
import dev.touchstone.engine.seal.VerifyEnvelope;
import dev.touchstone.engine.seal.VerifyingKey;
import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServerTest
class LedgerApiTest {

    @Autowired DataSource database;
    @Autowired Clock clock;
    @Autowired Ledger ledger;
    @Autowired PlatformTransactionManager transactions;
    @LocalServerPort int port;

    private Scene scene;
    private Browser auditor;

    @BeforeEach
    void scene() {
        scene = Scene.on(database);
        auditor = browserOf(Role.AUDIT_ADMIN);
    }

    @Test
    void anAuditorReadsTheOwnEntityAndNothingElse() {
        command("DecideGate", "MBANK-D-1", scene.bank());
        command("DecideGate", "WEALTH-D-1", scene.wealth());
        command("Tidy", "PLATFORM", null);

        var lines = auditor.get("/api/v1/ledger/entries").json().path("items");

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("subject").asString()).isEqualTo("MBANK-D-1");
        assertThat(lines.get(0).path("actor").asString())
                .isEqualTo(scene.caller(Role.SECURITY).display());
        assertThat(lines.get(0).path("anchored").isBoolean()).isTrue();
    }

    @Test
    void behindTheWallAnEntryAnswersLikeOneThatNeverWas() {
        command("DecideGate", "WEALTH-D-1", scene.wealth());
        var foreign = auditor.get("/api/v1/ledger/entries/" + ledger.head().sequence());
        var never = auditor.get("/api/v1/ledger/entries/999999999");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(never.status()).isEqualTo(404);
        assertThat(withoutNumbers(foreign.body())).isEqualTo(withoutNumbers(never.body()));
    }

    @Test
    void anEntryShowsAllThatIsHashedAndItsBody() {
        command("DecideGate", "MBANK-D-7", scene.bank());
        var entry = auditor.get("/api/v1/ledger/entries/" + ledger.head().sequence()).json();

        assertThat(entry.path("command").asString()).isEqualTo("DecideGate");
        assertThat(entry.path("actorId").asString())
                .isEqualTo("person/" + scene.caller(Role.SECURITY).id());
        assertThat(entry.path("hash").asString()).isEqualTo(ledger.head().hash());
        assertThat(entry.path("suite").asString()).isEqualTo("SHA-256/Ed25519");
        assertThat(entry.path("body").path("subject").asString()).isEqualTo("MBANK-D-7");
    }

    @Test
    void aRoleForAPartOfAnEntityIsToldWhyItIsNotEnough() {
        var answer = browserOf(Role.AUDITOR).get("/api/v1/ledger/entries");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).contains("whole legal entity");
        assertThat(browserOf(Role.DEVELOPER).get("/api/v1/ledger/entries").status()).isEqualTo(403);
        assertThat(browserOf(Role.AUDITOR).post("/api/v1/ledger/anchors", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void findsBySubjectCommandAndPersonPageByPage() {
        for (var i = 0; i < 5; i++) {
            command("MergeReport", "MBANK-R-" + i, scene.bank());
        }
        command("DecideGate", "MBANK-D-1", scene.bank());

        assertThat(subjects("?q=MBANK-R")).hasSize(5);
        assertThat(subjects("?command=DecideGate")).containsExactly("MBANK-D-1");
        assertThat(subjects("?q=ebank+security")).hasSize(6);
        assertThat(subjects("?q=%25")).isEmpty();
        assertThat(subjects("?q=Decide")).containsExactly("MBANK-D-1");
        assertThat(subjects("?q=WEALTH")).isEmpty();
        assertThat(subjects("?from=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(subjects("?q=MBANK-R&limit=2"))
                .containsExactly("MBANK-R-4", "MBANK-R-3", "MBANK-R-2", "MBANK-R-1", "MBANK-R-0");
        assertThat(auditor.get("/api/v1/ledger/entries?cursor=x").status()).isEqualTo(422);
    }

    @Test
    void anAnchorIsASignedFileThatTheLedgerIsComparedWith() {
        command("DecideGate", "MBANK-D-1", scene.bank());
        var exported = auditor.post("/api/v1/ledger/anchors", Map.of());
        assertThat(exported.status()).isEqualTo(201);
        var file = exported.json().path("file").asString();

        assertThat(new VerifyEnvelope(trusted()).verify(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Verification.Valid.class);
        assertThat(auditor.get("/api/v1/ledger/anchors").json().path("items").get(0))
                .isEqualTo(exported.json().path("anchor"));
        assertThat(
                        auditor.get("/api/v1/ledger/entries?command=DecideGate")
                                .json()
                                .path("items")
                                .get(0)
                                .path("anchored")
                                .asBoolean())
                .isTrue();
        var result = verified(Map.of("files", List.of(file)));
        assertThat(result.path("ok").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.path("provableTo").asLong())
                .isGreaterThanOrEqualTo(exported.json().path("anchor").path("sequence").asLong());
    }

    /** Its head may be older than every checkpoint: then it is what the journal is proven by. */
    @Test
    void aSignedDecisionIsAHeadThatSomebodyKept() {
        command("Tidy", "PLATFORM", null);
        var developer = browserOf(Role.DEVELOPER);
        var decision =
                developer
                        .post(
                                "/api/v1/gates/decisions",
                                Map.of(
                                        "application",
                                        "MBANK",
                                        "stage",
                                        "BUILD",
                                        "commit",
                                        "c".repeat(40)))
                        .json();
        var file =
                developer
                        .get(
                                "/api/v1/gates/decisions/"
                                        + decision.path("id").asString()
                                        + "/statement")
                        .body();

        var result = verified(Map.of("files", List.of(file)));

        assertThat(result.path("ok").asBoolean()).as("%s", result).isTrue();
        assertThat(result.path("provableTo").asLong())
                .isGreaterThanOrEqualTo(decision.path("ledgerHead").path("sequence").asLong());
    }

    @Test
    void aHeadThatSomebodyKeptExposesAnotherHistory() {
        command("DecideGate", "MBANK-D-1", scene.bank());
        var other = Map.of("sequence", ledger.head().sequence(), "hash", "f".repeat(64));

        var result = verified(Map.of("heads", List.of(other)));

        assertThat(result.path("ok").asBoolean()).isFalse();
        assertThat(result.path("firstFlaw").path("kind").asString()).isEqualTo("REWRITTEN");
    }

    @Test
    void refusesFilesThatProveNothing() {
        var answer =
                auditor.post(
                        "/api/v1/ledger/verifications",
                        Map.of(
                                "files",
                                List.of("{}"),
                                "heads",
                                List.of(Map.of("sequence", 0, "hash", "x"))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("faults")).hasSize(2);
        assertThat(auditor.get("/api/v1/ledger/verifications/none").status()).isEqualTo(404);
    }

    private JsonNode verified(Map<String, ?> given) {
        var started = auditor.post("/api/v1/ledger/verifications", given);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        var place = "/api/v1/ledger/verifications/" + started.json().path("id").asString();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !auditor.get(place).json().path("state").asString().equals("RUNNING"));
        return auditor.get(place).json().path("result");
    }

    private TrustedKeys trusted() {
        var keys = new ArrayList<VerifyingKey>();
        auditor.get("/api/v1/ledger/keys")
                .json()
                .path("items")
                .forEach(key -> keys.add(VerifyingKey.fromPem(key.path("pem").asString())));
        return TrustedKeys.of(keys);
    }

    private List<String> subjects(String query) {
        var subjects = new ArrayList<String>();
        var page = auditor.get("/api/v1/ledger/entries" + query).json();
        while (true) {
            page.path("items").forEach(item -> subjects.add(item.path("subject").asString()));
            if (!page.has("next")) {
                return subjects;
            }
            page =
                    auditor.get(
                                    "/api/v1/ledger/entries"
                                            + query
                                            + "&cursor="
                                            + page.path("next").asString())
                            .json();
        }
    }

    private void command(String command, String subject, Long entity) {
        Scene.as(
                scene.caller(Role.SECURITY),
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(
                                        status ->
                                                ledger.append(
                                                        command,
                                                        subject,
                                                        entity,
                                                        Map.of("subject", subject))));
    }

    private Browser browserOf(Role role) {
        return Browser.on(port).session(scene.session(scene.caller(role), clock.instant()));
    }

    private static String withoutNumbers(String problem) {
        return problem.replaceAll("\"(instance|requestId)\":\"[^\"]*\"", "");
    }
}
