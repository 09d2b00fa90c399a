package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.engine.seal.TrustedKeys;
import dev.touchstone.engine.seal.Verification;
import dev.touchstone.engine.seal.VerifyEnvelope;
import dev.touchstone.engine.seal.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A decision of the real platform, taken away as a file. */
@ExtendWith(Platform.class)
class ProvenDecisionTest {

    private static final int SAMPLE = 40;

    private static @TempDir Path home;
    private static Platform.Running platform;
    private static Path statement;
    private static Path key;
    private static String fingerprint;

    @BeforeAll
    static void aDecisionAndTheKey(Platform.Running running) throws IOException {
        platform = running;
        statement = home.resolve("decision.dsse");
        running.program(home)
                .run(
                        "gate",
                        "--app",
                        Organisation.APPLICATION,
                        "--stage",
                        "BUILD",
                        "--commit",
                        Organisation.COMMIT,
                        "--statement",
                        statement,
                        "--json")
                .exits(3);
        var published = running.organisation().auditor().get("/ledger/keys").path("items").get(0);
        fingerprint = published.path("fingerprint").asString();
        key = Files.writeString(home.resolve("platform.pub"), published.path("pem").asString());
    }

    @Test
    void isValidForWhoTrustsTheKeyAndCarriesTheLedgersHead() throws IOException {
        var head =
                offline()
                        .run("verify", statement, "--key", key, "--json")
                        .exits(0)
                        .json()
                        .path("statement")
                        .path("predicate")
                        .path("ledgerHead");
        var entry =
                platform.organisation()
                        .auditor()
                        .get("/ledger/entries/" + head.path("sequence").asLong());
        assertThat(head.path("hash").asString()).isEqualTo(entry.path("hash").asString());

        offline().run("trust", "add", key).exits(0);
        offline().run("verify", statement).exits(0);
        offline().run("trust", "remove", fingerprint).exits(0);
        offline().run("verify", statement).exits(1).says(fingerprint);
    }

    @Test
    void isRefusedByWhoDoesNotKnowTheKeyAndShowsItsFingerprint() {
        var refused = offline().run("verify", statement, "--json").exits(1).says(fingerprint);
        assertThat(refused.json().path("state").asString()).isEqualTo("UNKNOWN_KEY");
        assertThat(refused.json().path("fingerprint").asString()).isEqualTo(fingerprint);
    }

    @Test
    void isRefusedWhicheverByteIsFlipped() throws Exception {
        var file = Files.readAllBytes(statement);
        var trusted = TrustedKeys.of(VerifyingKey.fromPem(Files.readString(key)));
        assertThat(new VerifyEnvelope(trusted).verify(file)).isInstanceOf(Verification.Valid.class);
        for (var place = 0; place < file.length; place++) {
            for (var bit = 0; bit < 8; bit++) {
                assertThat(new VerifyEnvelope(trusted).verify(flipped(file, place, 1 << bit)))
                        .as("byte %d, bit %d", place, bit)
                        .isNotInstanceOf(Verification.Valid.class);
            }
        }
    }

    @Test
    void isRefusedByTheProgramWhicheverByteIsFlipped() throws Exception {
        var file = Files.readAllBytes(statement);
        try (var workers = Executors.newFixedThreadPool(2)) {
            var runs =
                    IntStream.range(0, SAMPLE)
                            .map(i -> (int) ((long) i * (file.length - 1) / (SAMPLE - 1)))
                            .mapToObj(place -> (Callable<Program.Ended>) () -> verify(file, place))
                            .toList();
            var refused = new ArrayList<Program.Ended>();
            for (var run : workers.invokeAll(runs)) {
                refused.add(run.get());
            }
            assertThat(refused)
                    .hasSize(SAMPLE)
                    .allSatisfy(
                            one -> {
                                assertThat(one.exit()).as(one.err()).isEqualTo(1);
                                assertThat(one.json().path("valid").asBoolean(true)).isFalse();
                            });
        }
    }

    private static Program.Ended verify(byte[] file, int place) throws IOException {
        var changed =
                Files.write(home.resolve("flipped-" + place + ".dsse"), flipped(file, place, 1));
        return offline().run("verify", changed, "--key", key, "--json");
    }

    private static byte[] flipped(byte[] file, int place, int bits) {
        var changed = file.clone();
        changed[place] ^= (byte) bits;
        return changed;
    }

    /** Nothing in this environment names the platform. */
    private static Program offline() {
        return new Program(home);
    }
}
