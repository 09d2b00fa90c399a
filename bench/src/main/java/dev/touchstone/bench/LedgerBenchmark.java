package dev.touchstone.bench;

import dev.touchstone.engine.seal.CanonicalJson;
import dev.touchstone.engine.seal.Chain;
import dev.touchstone.engine.seal.Link;
import dev.touchstone.engine.seal.SealedHead;
import dev.touchstone.engine.seal.Suite;
import dev.touchstone.server.foundation.database.Copy;
import dev.touchstone.server.foundation.database.Database;
import dev.touchstone.server.foundation.ledger.Ledger;
import dev.touchstone.server.foundation.ledger.PlatformKeys;
import dev.touchstone.server.foundation.ledger.Verifications;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writing the journal with eight writers, and verifying a million entries of it. */
final class LedgerBenchmark implements Benchmark {

    private static final int WRITERS = 8;
    private static final int COMMANDS = 8_000;
    private static final long ENTRIES = 1_000_000;
    private static final int EVERY = 1_000;
    private static final double BUDGET_SECONDS = 10;

    @Override
    public List<Measurement> measure() throws Exception {
        try (var platform = BenchPlatform.start()) {
            return List.of(append(platform), verify(platform));
        }
    }

    private static Measurement append(BenchPlatform platform) throws Exception {
        var ledger = platform.get(Ledger.class);
        var jdbc = platform.get(JdbcClient.class);
        var transaction = new TransactionTemplate(platform.get(PlatformTransactionManager.class));
        JdbcClient.create(platform.get(Database.class).owner().dataSource())
                .sql(
                        """
                        CREATE TABLE IF NOT EXISTS public.bench (at timestamptz, what text);
                        GRANT INSERT ON public.bench TO PUBLIC
                        """)
                .update();
        Callable<Void> bare =
                () -> {
                    jdbc.sql("INSERT INTO public.bench VALUES (now(), 'Work')").update();
                    return null;
                };
        Callable<Void> chained =
                () -> {
                    transaction.executeWithoutResult(
                            status -> ledger.append("Work", "BENCH-W-1", null, Map.of("n", 1)));
                    return null;
                };
        rate(chained, COMMANDS / 4);
        var limit = rate(bare, COMMANDS);
        var measured = rate(chained, COMMANDS);
        return new Measurement(
                "ledger, commands with " + WRITERS + " writers",
                "%,.0f/s".formatted(measured),
                "%,.0f/s commits of one bare row".formatted(limit),
                "-",
                true);
    }

    private static double rate(Callable<Void> work, int count) throws Exception {
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var result : threads.invokeAll(java.util.Collections.nCopies(count, work))) {
                result.get();
            }
        }
        return count / seconds(start);
    }

    private static Measurement verify(BenchPlatform platform) {
        // In one transaction, so that the platform finds every checkpoint signed already.
        new TransactionTemplate(platform.get(PlatformTransactionManager.class))
                .executeWithoutResult(status -> fill(platform));
        var copy = platform.get(Copy.class);
        var start = System.nanoTime();
        copy.write("COPY ledger.entry TO STDOUT (FORMAT binary)", OutputStream.nullOutputStream());
        copy.write("COPY ledger.body TO STDOUT (FORMAT binary)", OutputStream.nullOutputStream());
        var limit = seconds(start);

        var verifications = platform.get(Verifications.class);
        start = System.nanoTime();
        var result = verifications.verifyNow();
        var measured = seconds(start);
        if (!result.ok() || result.last() < ENTRIES) {
            throw new IllegalStateException("The benchmark's own journal is flawed: " + result);
        }
        return new Measurement(
                "ledger, verify %,d entries with %,d checkpoint signatures"
                        .formatted(result.last(), result.checkpoints()),
                "%.1f s".formatted(measured),
                "%.1f s to read them (COPY)".formatted(limit),
                "≤ 10 s",
                measured <= BUDGET_SECONDS);
    }

    /** Chains entries as the ledger does, but copies them in. */
    private static void fill(BenchPlatform platform) {
        var head = platform.get(Ledger.class).head();
        var first = head.sequence() + 1;
        var suite = Suite.SHA256_ED25519;
        var chain = new Chain(suite);
        var jdbc = platform.get(JdbcClient.class);
        var keys = platform.get(PlatformKeys.class);
        var id = jdbc.sql("SELECT id FROM ledger.platform").query(UUID.class).single();
        var copy = platform.get(Copy.class);
        var body =
                "{\"application\":\"MBANK\",\"counts\":{\"new\":12,\"seenAgain\":1430},\"run\":\"MBANK-R-12\"}";
        var digest =
                suite.digest()
                        .digest(
                                ("{\"actor\":"
                                                + new String(
                                                        CanonicalJson.write("陈思远"),
                                                        StandardCharsets.UTF_8)
                                                + ",\"body\":"
                                                + body
                                                + "}")
                                        .getBytes(StandardCharsets.UTF_8));
        var checkpoints = new ArrayList<Link>();
        copy.into(
                "ledger.entry",
                List.of(
                        "sequence",
                        "at",
                        "entity_id",
                        "actor",
                        "command",
                        "subject",
                        "body_digest",
                        "previous",
                        "hash",
                        "suite"),
                rows -> {
                    var previous = HexFormat.of().parseHex(head.hash());
                    for (var sequence = first; sequence <= ENTRIES; sequence++) {
                        var link =
                                new Link(
                                        suite,
                                        sequence,
                                        Instant.ofEpochMilli(1_750_000_000_000L + sequence),
                                        sequence % 3,
                                        "person/" + sequence % 500,
                                        "MergeReport",
                                        "MBANK-R-" + sequence,
                                        digest,
                                        previous);
                        var hash = chain.hash(link);
                        rows.row()
                                .int8(sequence)
                                .timestamptz(link.at())
                                .int8(sequence % 3)
                                .text(link.actor())
                                .text(link.command())
                                .text(link.subject())
                                .bytea(digest)
                                .bytea(previous)
                                .bytea(hash)
                                .text(suite.id());
                        if (sequence % EVERY == 0) {
                            checkpoints.add(
                                    new Link(
                                            suite, sequence, link.at(), null, "", "", "", digest,
                                            hash));
                        }
                        previous = hash;
                    }
                });
        copy.into(
                "ledger.body",
                List.of("sequence", "actor", "content"),
                rows -> {
                    for (var sequence = first; sequence <= ENTRIES; sequence++) {
                        rows.row().int8(sequence).text("陈思远").text(body);
                    }
                });
        copy.into(
                "ledger.checkpoint",
                List.of("sequence", "hash", "at", "key_id", "signature"),
                rows -> {
                    for (var at : checkpoints) {
                        var signed =
                                new SealedHead(id, at.sequence(), at.previous(), at.at())
                                        .sign(keys.current())
                                        .signatures()
                                        .getFirst();
                        rows.row()
                                .int8(at.sequence())
                                .bytea(at.previous())
                                .timestamptz(at.at())
                                .text(signed.keyId())
                                .bytea(signed.signature());
                    }
                });
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
