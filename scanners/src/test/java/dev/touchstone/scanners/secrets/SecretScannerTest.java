package dev.touchstone.scanners.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.UnitAnswer;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTest {

    private static final SecretScanner SCANNER = new SecretScanner();
    private static final String PASSWORD = new Example("password").faulty("{alnum:14}");

    @Test
    void showsNoValueAnywhereNotEvenAnothersOnTheSameLine() {
        String other = new Example("other").faulty("{alnum:14}");
        var answer =
                scan(
                        "deploy.sh",
                        "mysql -uapp -p"
                                + PASSWORD
                                + " && curl -u app:"
                                + other
                                + " https://"
                                + "x:"
                                + PASSWORD
                                + "@host/\n");
        assertThat(answer.findings()).hasSizeGreaterThan(1);
        assertThat(answer.toString()).doesNotContain(PASSWORD).doesNotContain(other);
    }

    @Test
    void aShortPasswordShowsNoneOfItsLetters() {
        assertThat(Mask.of("Tiger1")).isEqualTo("****(1-7)");
        assertThat(Mask.of("a".repeat(40))).isEqualTo("aaaa****(32-47)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=${DB_PASSWORD}",
                "password={{ vault_db_password }}",
                "password=<your password>",
                "password=xxxxxxxx",
                "password=********",
                "password=ENC(aGVsbG8gd29ybGQ=)",
                "password=vault:secret/data/db#password",
                "password=%DB_PASSWORD%",
                "password=",
                "password=null",
                "password_file=/run/secrets/db",
                "login.password.label=Password",
                "password=#{systemProperties['db']}",
                "passwordEncoder=bcrypt",
                "token.url=https://sso.bank.internal/token",
                "secretName=db-credentials",
                "public.key=MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE",
                "primary_key=customer_id"
            })
    void whatStandsForASecretIsNone(String line) {
        assertThat(scan("app/settings.properties", line + "\n").findings()).isEmpty();
    }

    @Test
    void anExampleMayHoldWhatNobodyUses() {
        assertThat(scan(".env.example", "DB_PASSWORD=changeme\n").findings()).isEmpty();
        assertThat(scan(".env", "DB_PASSWORD=changeme\n").findings()).hasSize(1);
    }

    @Test
    void readsTheUsualEncodings() {
        String text = "# 数据库密码，请勿外传\r\nspring.datasource.password=" + PASSWORD + "\r\n";
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        Charset.forName("GBK"),
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16)) {
            assertThat(SCANNER.scan("application.properties", text.getBytes(charset)).findings())
                    .as(charset.name())
                    .singleElement()
                    .satisfies(
                            finding ->
                                    assertThat(finding.locations().getFirst().startLine())
                                            .isEqualTo(2));
        }
    }

    @Test
    void namesInChineseAreNames() {
        assertThat(scan("说明.ini", "数据库密码=" + PASSWORD + "\n口令：" + PASSWORD + "9\n").findings())
                .hasSize(2);
    }

    @Test
    void aReasonIsNeededToWaveAFindingThrough() {
        String line = "password=" + PASSWORD;
        var waved =
                scan(
                        "a.conf",
                        "# touchstone:ignore TS-SECRET-CONFIG-PASSWORD of the training system only\n"
                                + line
                                + "\n");
        assertThat(waved.findings()).isEmpty();
        assertThat(waved.ignored())
                .extracting(UnitAnswer.Ignored::reason)
                .containsExactly("of the training system only");
        assertThat(
                        scan(
                                        "a.conf",
                                        "# touchstone:ignore TS-SECRET-CONFIG-PASSWORD\n"
                                                + line
                                                + "\n")
                                .findings())
                .hasSize(1);
        assertThat(
                        scan(
                                        "a.conf",
                                        "# touchstone:ignore TS-SECRET-CONFIG-KEY of another rule\n"
                                                + line
                                                + "\n")
                                .findings())
                .hasSize(1);
    }

    @Test
    void aLineOfAMegabyteEndsSoon() {
        var line = new StringBuilder("var a=[");
        for (int i = 0; line.length() < 1_000_000; i++) {
            line.append("{\"password\":\"\",\"token\":null,\"secret_key\":\"")
                    .append("a".repeat(i % 50))
                    .append("\"},://::@@");
        }
        assertThat(scan("app.js", line.toString())).isNotNull();
        assertThat(scan("app.json", "password=".repeat(110_000))).isNotNull();
        assertThat(scan("x.xml", "<password ".repeat(100_000))).isNotNull();
    }

    @Test
    void theSameBytesGiveTheSameAnswer() {
        String text = "a.password=" + PASSWORD + "\nb.password=" + PASSWORD + "\n";
        assertThat(scan("a.conf", text))
                .isEqualTo(
                        new SecretScanner().scan("a.conf", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(scan("a.conf", text).findings())
                .extracting(ReportedFinding::fingerprints)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneSecretInManyFilesHasOneNumber() {
        var tree =
                TreeInMemory.of(
                        Map.of(
                                "a.conf",
                                "password=" + PASSWORD + "\n",
                                "b.conf",
                                "x=1\npwd=" + PASSWORD + "\n",
                                "c.conf",
                                "pwd=Another" + PASSWORD + "\n"));
        var findings = tree.files().stream().flatMap(file -> scan(tree, file).stream()).toList();
        for (int seed = 0; seed < 2; seed++) {
            var key =
                    SecretKey.of(
                            new byte[] {
                                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, (byte) seed
                            });
            assertThat(new SameSecrets(SCANNER, key).mark(tree, findings))
                    .extracting(finding -> finding.fingerprints().get(SameSecrets.MARK))
                    .containsExactly("1", "1", "2");
        }
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerAlone(@TempDir Path home) throws Exception {
        var key = SecretKey.ofUser(Map.of(), home);
        Path file = home.resolve(".config/touchstone/secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SecretKey.ofUser(Map.of(), home).mac("x")).isEqualTo(key.mac("x"));
        assertThat(Files.list(file.getParent())).containsExactly(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> SecretKey.ofUser(Map.of(), home))
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aTokenInsideALongerWordIsNone() {
        String token = new Example("aws").faulty("AKIA{aws}");
        assertThat(scan("a.txt", "x " + token + " y").findings()).hasSize(1);
        assertThat(scan("a.txt", "xx" + token + "yy").findings()).isEmpty();
    }

    private static List<ReportedFinding> scan(
            TreeInMemory tree, dev.touchstone.scanners.tree.ScannedFile file) {
        try {
            return SCANNER.scan(tree, List.of(file)).findings();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static UnitAnswer scan(String path, String text) {
        return SCANNER.scan(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
