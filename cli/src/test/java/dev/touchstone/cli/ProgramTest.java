package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void saysWhatToInstallWhereNoJdkIs() throws Exception {
        var typed = findJdk(Files.createDirectory(home.resolve("none")), Map.of());
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("JDK 25 or newer", "temurin-25-jdk", "JAVA_HOME");
    }

    @Test
    void passesOverAnOldJdkAndTakesTheNewestThatFits() throws Exception {
        var folder = Files.createDirectory(home.resolve("jvm"));
        var old = jdk(folder.resolve("a-17"), "17.0.12");
        jdk(folder.resolve("b-25"), "25.0.1");
        var newest = jdk(folder.resolve("c-26"), "26");
        var typed = findJdk(folder, Map.of("JAVA_HOME", old.toString()));
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo(newest + "\n");
    }

    @Test
    void namesTheVersionOfEachJdkThatDoesNotFit() throws Exception {
        var folder = Files.createDirectory(home.resolve("jvm"));
        var old = jdk(home.resolve("old"), "17.0.12");
        assertThat(findJdk(folder, Map.of("JAVA_HOME", old.toString())).err())
                .contains(old + " (version 17");
    }

    private Typed findJdk(Path folder, Map<String, String> more) throws Exception {
        var tools = Files.createDirectory(home.resolve("bin"));
        for (var tool : List.of("sed", "seq", "dirname", "readlink", "cat")) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
        }
        var environment =
                new java.util.HashMap<>(
                        Map.of(
                                "PATH",
                                tools.toString(),
                                "TOUCHSTONE_JDK_FOLDER",
                                folder.toString()));
        environment.putAll(more);
        return run(environment, List.of("/bin/sh", ROOT.resolve(".ci/find-jdk").toString()));
    }

    private static Path jdk(Path place, String version) throws IOException {
        Files.createDirectories(place.resolve("bin"));
        executable(place.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(place.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return place;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
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
