package dev.touchstone.server.delivery.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Severity;
import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.engine.seal.CanonicalJson;
import dev.touchstone.engine.seal.SigningKey;
import dev.touchstone.engine.seal.TrustedKeys;
import dev.touchstone.engine.seal.Verification;
import dev.touchstone.engine.seal.VerifyEnvelope;
import dev.touchstone.server.TestDatabase;
import dev.touchstone.server.foundation.catalog.ApplicationsFixture;
import dev.touchstone.server.foundation.facts.FactSource;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.foundation.ledger.Ledger;
import dev.touchstone.server.foundation.packs.Packs;
import dev.touchstone.server.foundation.packs.PacksFixture;
import dev.touchstone.server.scene.Scene;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideGateTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = Scene.on(DATABASE.dataSource());
    private static final SigningKey KEY = SigningKey.generate();
    private static final String NAMED =
            """
            id: bank
            version: "1"
            title: {zh: 本行门禁, en: The bank's gate}
            rules:
              - id: B-1
                title: {zh: 没有 SQL 拼接, en: No joined SQL}
                needs: [{kind: SAST}]
                each: finding
                when: finding.rule == 'SQL_INJECTION_JDBC'
                mode: BLOCK
                named: true
            """;

    private final JournalOfTheTest ledger = new JournalOfTheTest();
    private Instant now = Instant.parse("2026-11-25T16:00:00Z");
    private List<Facts.RunFacts> runs = List.of();
    private List<Facts.FindingFacts> findings = List.of();
    private String commit = "";
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Packs packs = PacksFixture.on(DATABASE.dataSource(), ledger, clock);
    private final PolicyStore policyStore = new PolicyStore(DATABASE.jdbc());
    private final Policies policies =
            new Policies(policyStore, new CompiledPolicies(), packs, ledger, clock);
    private final DecisionStore store = new DecisionStore(DATABASE.jdbc());
    private final DecideGate gate =
            new DecideGate(
                    ApplicationsFixture.on(DATABASE.dataSource()),
                    List.of(packs, scans()),
                    policies,
                    packs,
                    store,
                    ledger,
                    () -> KEY,
                    clock);

    @BeforeEach
    void aFreshCommitThatWasScanned() {
        commit =
                (java.util.UUID.randomUUID() + "" + java.util.UUID.randomUUID())
                        .replace("-", "")
                        .substring(0, 40);
        runs = List.of(run(true));
        findings = List.of();
        DATABASE.jdbc().sql("delete from gates.policy").update();
    }

    @Test
    void decidesByTheDefaultPolicyAndVerifiesOffline() {
        var decided = decide();
        assertThat(decided.isNew()).isTrue();
        assertThat(decided.decision().result().verdict()).isEqualTo(Verdict.PASS);
        var verification =
                new VerifyEnvelope(TrustedKeys.of(KEY.verifying()))
                        .verify(decided.decision().envelope());
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Verification.Valid.class,
                        valid -> {
                            var statement = CanonicalJson.read(valid.envelope().payload());
                            assertThat(statement.at("/subject/0/digest/gitCommit").stringValue())
                                    .isEqualTo(commit);
                            assertThat(statement.at("/predicate/verdict").stringValue())
                                    .isEqualTo("PASS");
                            assertThat(statement.at("/predicate/ledgerHead/sequence").intValue())
                                    .isEqualTo(41);
                        });
    }

    @Test
    void everyFlippedByteOfTheFileIsRefused() {
        byte[] file = decide().decision().envelope();
        var verify = new VerifyEnvelope(TrustedKeys.of(KEY.verifying()));
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            assertThat(verify.verify(changed))
                    .as("byte %d", i)
                    .isNotInstanceOf(Verification.Valid.class);
        }
    }

    @Test
    void askingAgainReturnsTheSameDecisionAndAppendsOneEntryEachTime() {
        var first = decide();
        var second = decide();
        assertThat(second.isNew()).isFalse();
        assertThat(second.decision().number()).isEqualTo(first.decision().number());
        assertThat(second.decision().envelope()).isEqualTo(first.decision().envelope());
        assertThat(ledger.commands).containsExactly("DecideGate", "AskGate");
    }

    @Test
    void aLaterDecisionSupersedesAndSaysWhy() {
        var first = decide();
        findings = List.of(finding("SQL_INJECTION_JDBC"));
        var withData = decide();
        install(NAMED);
        var withPolicy = decide();
        commit = new StringBuilder(commit).reverse().toString();
        runs = List.of(run(true));
        var withCommit = decide();

        assertThat(withData.decision().supersedesWhy()).isEqualTo(Decision.Why.NEW_DATA);
        assertThat(withPolicy.decision().supersedesWhy()).isEqualTo(Decision.Why.NEW_POLICY);
        assertThat(withCommit.decision().supersedesWhy()).isEqualTo(Decision.Why.NEW_COMMIT);
        assertThat(withCommit.decision().supersedes()).isEqualTo(withPolicy.decision().number());
        long application = SCENE.application("MBANK").id();
        assertThat(store.byNumber(application, first.decision().number()))
                .hasValueSatisfying(
                        old -> {
                            assertThat(old.supersededBy()).isEqualTo(withData.decision().number());
                            assertThat(old.envelope()).isEqualTo(first.decision().envelope());
                        });
    }

    @Test
    void timeAloneSupersedesWhenARunBecomesStaleButNotWhenItOnlyGrowsOlder() {
        var first = decide(Stage.RELEASE);
        now = now.plus(Duration.ofDays(2));
        assertThat(decide(Stage.RELEASE).isNew()).isFalse();
        now = now.plus(Duration.ofDays(40));
        var stale = decide(Stage.RELEASE);
        assertThat(stale.decision().supersedesWhy()).isEqualTo(Decision.Why.TIME_PASSED);
        assertThat(stale.decision().result().verdict()).isEqualTo(Verdict.STALE);
        now = now.plus(Duration.ofDays(1));
        assertThat(decide(Stage.RELEASE).isNew()).isFalse();
        assertThat(first.decision().result().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void theOrganisationsPolicyBlocksByNameAndTheDefaultsAnswerStandsBesideIt() {
        install(NAMED);
        findings = List.of(finding("SQL_INJECTION_JDBC"));
        var decided = decide().decision();
        assertThat(decided.result().verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(decided.byDefault().verdict()).isEqualTo(Verdict.WARN);
        assertThat(decided.result().next())
                .anySatisfy(step -> assertThat(step.where()).isEqualTo("src/PayeeQuery.java:44"));
    }

    @Test
    void aCommitThatNobodyScannedIsNoData() {
        runs = List.of();
        assertThat(decide().decision().result().verdict()).isEqualTo(Verdict.NO_DATA);
    }

    @Test
    void aPolicyThatDoesNotCompileIsRefusedAndChangesNothing() {
        install(NAMED);
        assertThatThrownBy(() -> install(NAMED.replace("finding.rule ==", "finding.ruel ==")))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal ->
                                assertThat(refusal.faults(Locale.ENGLISH))
                                        .singleElement()
                                        .satisfies(
                                                fault ->
                                                        assertThat(fault.place())
                                                                .isEqualTo("9:18")));
        assertThat(policyStore.versions(SCENE.bank(), "bank")).hasSize(1);
    }

    @Test
    void theWallOfTheOtherLegalEntityHolds() {
        assertThatThrownBy(() -> as(SCENE.foreigner(Role.DEVELOPER), Stage.BUILD))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> as(SCENE.neighbour(Role.DEVELOPER), Stage.BUILD))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    private DecideGate.Decided decide() {
        return decide(Stage.BUILD);
    }

    private DecideGate.Decided decide(Stage stage) {
        return as(SCENE.caller(Role.DEVELOPER), stage);
    }

    private DecideGate.Decided as(Caller caller, Stage stage) {
        return Scene.as(caller, () -> gate.decide("MBANK", stage, commit, null));
    }

    private void install(String yaml) {
        Scene.as(
                SCENE.caller(Role.SECURITY_ADMIN),
                () -> {
                    policies.install("bank", yaml);
                });
    }

    private FactSource scans() {
        return (subject, into) -> {
            into.line("main-" + commitLine(), "BRANCH");
            into.runs(runs);
            into.findings(findings);
            into.base(new Facts.MergeBase(Facts.MergeBase.State.FOUND, "0".repeat(40)));
        };
    }

    private final String lineOfTheTest = java.util.UUID.randomUUID().toString();

    private String commitLine() {
        return lineOfTheTest;
    }

    private Facts.RunFacts run(boolean complete) {
        return new Facts.RunFacts(
                "MBANK-R-1",
                ScannerKind.SAST,
                "SpotBugs",
                "4.10.4",
                "aa",
                commit,
                complete,
                now,
                "bb");
    }

    private static Facts.FindingFacts finding(String rule) {
        return new Facts.FindingFacts(
                "MBANK-F-1",
                "SpotBugs",
                rule,
                Severity.HIGH,
                List.of(89),
                "Query made of input",
                "src/PayeeQuery.java",
                44,
                true,
                0,
                Facts.FindingFacts.Status.OPEN);
    }

    private static final class JournalOfTheTest implements Ledger {

        private final List<String> commands = new ArrayList<>();

        @Override
        public void append(String command, String subject, @Nullable Long entityId, Object body) {
            commands.add(command);
        }

        @Override
        public Head head() {
            return new Head(41, "9f".repeat(32));
        }
    }
}
