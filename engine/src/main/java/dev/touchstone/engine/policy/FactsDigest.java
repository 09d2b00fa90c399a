package dev.touchstone.engine.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number for the facts of a decision: two decisions over equal facts have equal digests,
 * whenever they were made. The moment of judging and the ages that follow from it are left out.
 */
public final class FactsDigest {

    private FactsDigest() {}

    /** Lower-case hex SHA-256. */
    public static String of(Facts facts) {
        var timeless =
                new Facts(
                        Instant.EPOCH,
                        facts.stage(),
                        facts.application(),
                        facts.change(),
                        facts.runs() == null
                                ? null
                                : sorted(facts.runs(), Comparator.comparing(Facts.RunFacts::id)),
                        withoutAge(facts.findings()),
                        sorted(
                                facts.precision(),
                                Comparator.comparing(Facts.PrecisionFacts::tool)
                                        .thenComparing(Facts.PrecisionFacts::rule)),
                        sorted(facts.waivers(), Comparator.comparing(Facts.WaiverFacts::id)),
                        facts.scan());
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(GateJson.write(timeless)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static @Nullable List<Facts.FindingFacts> withoutAge(
            @Nullable List<Facts.FindingFacts> findings) {
        if (findings == null) {
            return null;
        }
        return findings.stream()
                .sorted(Comparator.comparing(Facts.FindingFacts::id))
                .map(
                        f ->
                                new Facts.FindingFacts(
                                        f.id(),
                                        f.tool(),
                                        f.rule(),
                                        f.severity(),
                                        f.cwes(),
                                        f.title(),
                                        f.path(),
                                        f.line(),
                                        f.isNew(),
                                        null,
                                        f.status()))
                .toList();
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        return list.stream().sorted(order).toList();
    }
}
