package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.engine.seal.Envelope;
import dev.touchstone.engine.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    private static final byte[] STATEMENT =
            """
            {"predicate":{"application":"MBANK","commit":"c1","id":"MBANK-D-1",\
            "ledgerHead":{"hash":"ab","sequence":7},"verdict":"BLOCK"}}"""
                    .getBytes(StandardCharsets.UTF_8);

    private final SigningKey key = SigningKey.generate();
    private @TempDir Path home;
    private Typed.Shell shell;
    private Path decision;
    private Path publicKey;

    @BeforeEach
    void aSignedDecision() throws IOException {
        shell = Typed.Shell.in(home);
        decision = home.resolve("decision.json");
        Files.write(
                decision, Envelope.sign("application/vnd.in-toto+json", STATEMENT, key).toJson());
        publicKey = publicKey("platform.pem", key);
    }

    @Test
    void aKeyThatNobodyTrustsIsRefusedWithItsFingerprint() {
        shell.type("verify", decision)
                .refused(Exit.BLOCKED, key.fingerprint(), "touchstone trust add");
        var json = shell.type("verify", "--json", decision).ended(Exit.BLOCKED).json();
        assertThat(json.path("valid").asBoolean(true)).isFalse();
        assertThat(json.path("fingerprint").asString("")).isEqualTo(key.fingerprint());
    }

    @Test
    void aNamedKeyDoesNotVouchForAnother() throws IOException {
        var other = publicKey("other.pem", SigningKey.generate());
        shell.type("verify", decision, "--key", other).refused(Exit.BLOCKED, key.fingerprint());
    }

    @Test
    void aGenuineBlockIsValid() {
        assertThat(shell.type("verify", decision, "--key", publicKey).ended(Exit.PASS).out())
                .contains("MBANK-D-1", "BLOCK", "7 ab");
    }

    @Test
    void aPinnedKeyCountsUntilItIsRemoved() {
        shell.type("trust", "add", publicKey).ended(Exit.PASS);
        assertThat(shell.type("trust").ended(Exit.PASS).out()).contains(key.fingerprint());
        shell.type("verify", decision).ended(Exit.PASS);
        shell.type("trust", "remove", key.fingerprint()).ended(Exit.PASS);
        shell.type("verify", decision).refused(Exit.BLOCKED, key.fingerprint());
        shell.type("trust", "remove", key.fingerprint()).refused(Exit.WRONG_USE, key.fingerprint());
    }

    @Test
    void trustIsKeptPrivately() throws IOException {
        shell.type("trust", "add", publicKey).ended(Exit.PASS);
        var folder = home.resolve(".config/touchstone/trusted");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve(key.fingerprint() + ".pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void trustThatOthersCanWriteIsNone() throws IOException {
        shell.type("trust", "add", publicKey).ended(Exit.PASS);
        var folder = home.resolve(".config/touchstone/trusted");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        shell.type("verify", decision).refused(Exit.WRONG_USE, folder, "chmod 700");
    }

    @Test
    void aDamagedPinnedKeyIsNamed() throws IOException {
        shell.type("trust", "add", publicKey).ended(Exit.PASS);
        var file = home.resolve(".config/touchstone/trusted/" + key.fingerprint() + ".pem");
        Files.writeString(file, "damaged");
        shell.type("verify", decision).refused(Exit.WRONG_USE, file);
    }

    @Test
    void whatIsNoPublicKeyIsNotTrusted() throws IOException {
        var secret = Files.writeString(home.resolve("secret.pem"), key.toPem());
        shell.type("trust", "add", secret).refused(Exit.WRONG_USE, "secret.pem");
        shell.type("trust", "add", decision).refused(Exit.WRONG_USE, "decision.json");
    }

    @Test
    void anUnsignedStatementIsAClaim() throws IOException {
        Files.write(
                decision, Envelope.unsigned("application/vnd.in-toto+json", STATEMENT).toJson());
        shell.type("verify", decision, "--key", publicKey).refused(Exit.BLOCKED, "not signed");
    }

    @Test
    void everyChangedByteIsRefused() throws IOException {
        var genuine = Files.readAllBytes(decision);
        for (var place = 0; place < genuine.length; place++) {
            var changed = genuine.clone();
            changed[place] ^= 1;
            Files.write(decision, changed);
            var typed = shell.type("verify", decision, "--key", publicKey);
            assertThat(typed.exit()).as("byte " + place).isEqualTo(Exit.BLOCKED);
        }
    }

    private Path publicKey(String name, SigningKey of) throws IOException {
        return Files.writeString(home.resolve(name), of.verifying().toPem());
    }
}
