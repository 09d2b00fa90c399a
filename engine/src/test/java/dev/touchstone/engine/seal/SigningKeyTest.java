package dev.touchstone.engine.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir Path folder;

    @Test
    void survivesTheWayThroughPem() {
        var key = SigningKey.generate();
        var again = SigningKey.fromPem(key.toPem());
        var message = new byte[] {1, 2, 3};

        assertThat(again.fingerprint()).isEqualTo(key.fingerprint());
        assertThat(
                        VerifyingKey.fromPem(key.verifying().toPem())
                                .verifies(message, again.sign(message)))
                .isTrue();
    }

    /** The first test vector of RFC 8032. */
    @Test
    void derivesThePublicKeyOfTheStandard() {
        var pem =
                """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                -----END PRIVATE KEY-----
                """;

        assertThat(SigningKey.fromPem(pem).verifying().toPem())
                .contains("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    @Test
    void neverPrintsThePrivateHalf() {
        var key = SigningKey.generate();
        assertThat(key.toString()).isEqualTo("signing key " + key.fingerprint());
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> SigningKey.fromPem("x")).isInstanceOf(InvalidKey.class);
        assertThatThrownBy(() -> VerifyingKey.fromPem(SigningKey.generate().toPem()))
                .isInstanceOf(InvalidKey.class);
    }

    @Test
    void makesAKeyFileThatOnlyItsOwnerReads() throws Exception {
        var file = folder.resolve("signing.pem");
        var first = KeyFile.makeIfAbsent(file).current();

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(KeyFile.makeIfAbsent(file).current().fingerprint())
                .isEqualTo(first.fingerprint());
    }

    @Test
    void refusesAKeyFileThatEverybodyReads() throws Exception {
        var file = folder.resolve("signing.pem");
        KeyFile.makeIfAbsent(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> new KeyFile(file).current())
                .isInstanceOf(InvalidKey.class)
                .hasMessageContaining("chmod 600");
    }
}
