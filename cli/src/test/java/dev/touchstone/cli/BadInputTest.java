package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private @TempDir Path home;
    private Typed.Shell shell;

    @BeforeEach
    void aShell() {
        shell = Typed.Shell.in(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "bom", "verify"})
    void namesAFileThatIsNotThere(String command) {
        shell.type(command, home.resolve("absent.json"))
                .refused(Exit.WRONG_USE, "absent.json", "Check the path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "bom", "verify"})
    void refusesAnEmptyFile(String command) throws IOException {
        shell.type(command, file("empty.json", "")).refused(Exit.WRONG_USE, "empty.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "bom", "verify"})
    void refusesAFolder(String command) {
        shell.type(command, home).refused(Exit.WRONG_USE, home, "folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "bom", "verify"})
    void refusesMoreThanAHundredMegabytesWithoutReadingThem(String command) throws IOException {
        var large = home.resolve("large.json");
        try (var sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(101L << 20);
        }
        shell.type(command, large).refused(Exit.WRONG_USE, "large.json", "101 MB", "100 MB");
    }

    @Test
    void refusesAFileThatThisAccountMayNotRead() throws IOException {
        var closed = file("closed.json", "{}");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(closed)).as("this account reads everything").isFalse();
        shell.type("read", closed).refused(Exit.WRONG_USE, "closed.json", "permissions");
    }

    @Test
    void refusesATruncatedReport() throws IOException {
        shell.type("read", file("cut.sarif", "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":"))
                .refused(Exit.WRONG_USE, "cut.sarif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "not a report", "[]", "{}", "null", "\u0000\u0001"})
    void refusesWhatIsNoReport(String content) throws IOException {
        shell.type("read", file("other.txt", content)).refused(Exit.WRONG_USE, "other.txt");
    }

    @Test
    void refusesADeeplyNestedReport() throws IOException {
        shell.type("read", file("deep.sarif", "{\"runs\":" + "[".repeat(200_000)))
                .refused(Exit.WRONG_USE, "deep.sarif");
    }

    @Test
    void refusesFactsInAnotherEncoding() throws IOException {
        var facts = home.resolve("facts.json");
        Files.write(
                facts,
                "{\"at\":\"2026-11-25T12:00:00Z\",\"application\":\"转账\"}"
                        .getBytes(StandardCharsets.UTF_16));
        shell.type("gate", "--offline", "--facts", facts).refused(Exit.WRONG_USE, "facts.json");
    }

    @Test
    void refusesAPolicyThatDoesNotCompileWithItsPlace() throws IOException {
        var policy =
                file(
                        "policy.yml",
                        """
                        id: one
                        version: "1"
                        title: {zh: 一, en: One}
                        rules:
                          - id: R
                            title: {zh: 规则, en: Rule}
                            each: finding
                            when: finding.severty == HIGH
                            mode: BLOCK
                        """);
        var facts = file("facts.json", "{\"at\":\"2026-11-25T12:00:00Z\",\"stage\":\"BUILD\"}");
        var typed = shell.type("gate", "--offline", "--policy", policy, "--facts", facts);
        typed.refused(Exit.WRONG_USE, "policy.yml", "severty");
        assertThat(typed.err()).containsPattern("policy\\.yml:8:\\d+");
    }

    @Test
    void refusesAFolderWithoutAPolicy() throws IOException {
        var facts = file("facts.json", "{\"at\":\"2026-11-25T12:00:00Z\"}");
        shell.type("gate", "--offline", "--policy", home, "--facts", facts)
                .refused(Exit.WRONG_USE, home, "exactly one");
    }

    @Test
    void refusesAWrongFactWithItsPlace() throws IOException {
        var facts = file("facts.json", "{\"at\":\"2026-11-25T12:00:00Z\",\"runz\":[]}");
        shell.type("gate", "--offline", "--facts", facts)
                .refused(Exit.WRONG_USE, "facts.json:/runz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"scann", "read --colour", "gate --stage NEVER", "scan a b", "trust burn"})
    void saysWhatIsWrongWithTheCommandAndWhereHelpIs(String line) {
        shell.type((Object[]) line.split(" ")).refused(Exit.WRONG_USE, "--help");
    }

    @Test
    void aProgramReadsTheReasonAsOneObject() {
        var typed = shell.type("read", "--json", home.resolve("absent.json")).ended(Exit.WRONG_USE);
        assertThat(typed.json().path("error").path("message").asString("")).contains("absent.json");
    }

    @Test
    void showsNoCharacterThatATerminalWouldActOn() throws IOException {
        var named = file("a\u001b[31m\u009b2J\u202eb.json", "");
        assertThat(shell.type("read", named).err())
                .contains("a\ufffd[31m\ufffd2J\ufffdb.json")
                .doesNotContainPattern("[\\p{IsControl}\\x{202E}&&[^\\n]]");
    }

    @Test
    void scansOnlyAFolder() throws IOException {
        shell.type("scan", home.resolve("absent")).refused(Exit.WRONG_USE, "absent");
        shell.type("scan", file("a.txt", "a")).refused(Exit.WRONG_USE, "a.txt");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }
}
