package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program and the scripts around it as processes of their own. */
class ProgramTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private @TempDir Path home;

    @Test
    void theProcessEndsWithTheCodeOfTheCommand() throws Exception {
        assertThat(touchstone("--version").exit()).isEqualTo(Exit.PASS);
        assertThat(touchstone("nonsense").exit()).isEqualTo(Exit.WRONG_USE);
        var facts =
                Files.writeString(
                        home.resolve("facts.json"),
                        "{\"at\":\"2026-11-25T12:00:00Z\",\"stage\":\"BUILD\"}");
        assertThat(touchstone("gate", "--offline", "--facts", facts.toString()).exit())
                .isEqualTo(Exit.NO_DATA);
    }

    @Test
    void standardOutputCarriesOneObjectAndMessagesGoBeside() throws Exception {
        var typed = touchstone("read", "--json", home.resolve("转账.sarif").toString());
        assertThat(typed.exit()).isEqualTo(Exit.WRONG_USE);
        assertThat(typed.json().path("error").path("kind").asString(""))
                .isEqualTo("trouble.noFile");
        assertThat(typed.err()).contains("转账.sarif");
    }

    @Test
    void theCompletionScriptIsValidForItsShell() throws Exception {
        var script = touchstone("completion", "bash");
        var file = Files.writeString(home.resolve("completion.sh"), script.out());
        assertThat(run(Map.of("PATH", "/usr/bin:/bin"), List.of("bash", "-n", file.toString())))
                .isEqualTo(new Typed(0, "", ""));
        assertThat(script.out()).contains("--policy", "verify");
    }

    @Test
    void aBuildSaysWhoLeftOutputsThatItCannotWrite() throws Exception {
        var output = Files.createDirectories(home.resolve("server/target"));
        assertThat(foreignOutputs()).isEqualTo(new Typed(0, "", ""));
        Files.setPosixFilePermissions(output, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThat(foreignOutputs().out())
                .contains("server/target belongs to ", "cannot be written", "make clean");
    }

    private Typed foreignOutputs() throws Exception {
        return run(
                Map.of("PATH", "/usr/bin:/bin"),
                List.of("/bin/sh", ROOT.resolve(".ci/foreign-outputs").toString()));
    }

    private Typed touchstone(String... words) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "dev.touchstone.cli.Touchstone"));
        command.addAll(List.of(words));
        return run(
                Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"),
                command);
    }

    private Typed run(Map<String, String> environment, List<String> command) throws Exception {
        var out = home.resolve("out.txt");
        var err = home.resolve("err.txt");
        var builder =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var exit = builder.start().waitFor();
        return new Typed(
                exit,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
