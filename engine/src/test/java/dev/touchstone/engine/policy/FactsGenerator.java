package dev.touchstone.engine.policy;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes facts of every shape, with parts missing here and there; equal seeds make equal facts. */
public final class FactsGenerator {

    private static final Instant NOW = Instant.parse("2026-11-25T16:00:00Z");
    private static final List<String> RULES =
            List.of(
                    "SQL_INJECTION_JDBC",
                    "COMMAND_INJECTION",
                    "XXE_SAXPARSER",
                    "PATH_TRAVERSAL_IN",
                    "WEAK_HASH",
                    "HARD_CODE_PASSWORD",
                    "弱口令检查");
    private static final List<Integer> CWES = List.of(22, 78, 79, 89, 327, 611, 798);

    private final Random random;

    public FactsGenerator(long seed) {
        this.random = new Random(seed);
    }

    public Facts next() {
        var base = base();
        return new Facts(
                NOW.minusSeconds(random.nextInt(100_000)),
                rarely() ? null : pick(List.of(Stage.values())),
                new Facts.ApplicationFacts(
                        orNull("MBANK"),
                        orNull(1 + random.nextInt(4)),
                        orNull(1 + random.nextInt(5)),
                        orNull(pick(List.of("INTERNET", "DEDICATED_LINE", "INTERNAL")))),
                new Facts.Change(
                        orNull("main"),
                        orNull(pick(List.of("BRANCH", "RELEASE", "MERGE_REQUEST"))),
                        orNull(commit()),
                        base),
                rarely() ? null : many(4, this::run),
                rarely() ? null : findings(base),
                many(5, this::precision),
                many(3, this::waiver));
    }

    private Facts.@Nullable MergeBase base() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> Facts.MergeBase.NONE;
            default -> new Facts.MergeBase(Facts.MergeBase.State.FOUND, commit());
        };
    }

    private Facts.RunFacts run() {
        return new Facts.RunFacts(
                "MBANK-R-" + random.nextInt(1000),
                pick(
                        List.of(
                                ScannerKind.SAST,
                                ScannerKind.SAST,
                                ScannerKind.values()[random.nextInt(ScannerKind.values().length)])),
                "SpotBugs",
                orNull("4.10.4"),
                orNull("ab".repeat(32)),
                orNull(commit()),
                random.nextInt(4) > 0,
                NOW.minus(Duration.ofHours(random.nextInt(500))),
                orNull("cd".repeat(32)));
    }

    private List<Facts.FindingFacts> findings(Facts.@Nullable MergeBase base) {
        boolean noBase = base != null && base.state() == Facts.MergeBase.State.NO_BASE;
        var findings = new ArrayList<Facts.FindingFacts>();
        int count = random.nextInt(40);
        for (int i = 1; i <= count; i++) {
            findings.add(
                    new Facts.FindingFacts(
                            "MBANK-F-" + i,
                            orNull(pick(List.of("SpotBugs", "PMD"))),
                            orNull(pick(RULES)),
                            orNull(Severity.values()[random.nextInt(5)]),
                            rarely() ? null : many(3, () -> pick(CWES)),
                            orNull("查询语句由输入拼成 <b>\"'"),
                            orNull("src/main/java/bank/web/Transfer" + random.nextInt(9) + ".java"),
                            orNull(random.nextInt(300)),
                            noBase ? null : orNull(random.nextBoolean()),
                            orNull(random.nextInt(90)),
                            pick(
                                    List.of(
                                            Facts.FindingFacts.Status.OPEN,
                                            Facts.FindingFacts.Status.OPEN,
                                            Facts.FindingFacts.Status.values()[
                                                    random.nextInt(3)]))));
        }
        return findings;
    }

    private Facts.PrecisionFacts precision() {
        int judgements = random.nextInt(60);
        return new Facts.PrecisionFacts(
                "SpotBugs",
                pick(RULES),
                judgements - random.nextInt(1 + judgements / 3),
                judgements);
    }

    private Facts.WaiverFacts waiver() {
        boolean ofFinding = random.nextInt(3) > 0;
        return new Facts.WaiverFacts(
                "MBANK-W-" + random.nextInt(1000),
                ofFinding ? "MBANK-F-" + (1 + random.nextInt(20)) : null,
                ofFinding && random.nextBoolean() ? null : "T-" + (1 + random.nextInt(8)),
                NOW.plus(Duration.ofDays(random.nextInt(20) - 10)),
                "有补偿措施");
    }

    private String commit() {
        return pick(List.of("8c1f4e2a", "3f9a1c2b")).repeat(5);
    }

    private <T> List<T> many(int most, java.util.function.Supplier<T> one) {
        var all = new ArrayList<T>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            all.add(one.get());
        }
        return all;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> @Nullable T orNull(T value) {
        return rarely() ? null : value;
    }

    private boolean rarely() {
        return random.nextInt(12) == 0;
    }
}
