package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each message says what happened, why, and what to do; the platform serves on. */
@ExtendWith(Platform.class)
class BadSituationTest {

    private @TempDir Path home;
    private Platform.Running platform;

    @BeforeEach
    void thePlatform(Platform.Running running) {
        platform = running;
    }

    @AfterEach
    void thePlatformServesOn() {
        assertThat(platform.server().isAlive()).isTrue();
        assertThat(platform.server().isHealthy()).isTrue();
    }

    @Test
    void aWrongTokenIsRefusedAndNotShown() {
        var token = "ts_wrong" + "x".repeat(40);
        var refused = ask(new Program(home).with("TOUCHSTONE_URL", address()).withToken(token));
        refused.exits(2).says("401", "token");
        assertThat(refused.out() + refused.err()).doesNotContain(token);
    }

    @Test
    void anUnknownApplicationIsNamedAsNotFound() {
        platform.program(home)
                .run("gate", "--app", "NOSUCH", "--stage", "BUILD", "--commit", Organisation.COMMIT)
                .exits(2)
                .says("404", "Check the key", "token");
    }

    @Test
    void aPlatformThatIsNotReachedIsToldFromOneThatRefuses() throws IOException {
        var nobody = "http://127.0.0.1:" + Server.freePort();
        ask(platform.program(home).with("TOUCHSTONE_URL", nobody))
                .exits(4)
                .says(nobody, "TOUCHSTONE_URL");
    }

    @Test
    void aTokenFileThatIsNotThereIsNamed() {
        ask(platform.program(home).with("TOUCHSTONE_TOKEN_FILE", home.resolve("absent")))
                .exits(2)
                .says("absent", "Check the path");
    }

    @Test
    void withoutAJdkTheLauncherSaysWhereItLookedAndWhatToInstall() throws IOException {
        new Program(home)
                .with("PATH", onlyTools())
                .with("JAVA_HOME", "")
                .with("TOUCHSTONE_JDK_FOLDER", Files.createDirectory(home.resolve("none")))
                .run("read", home.resolve("report.sarif"))
                .exits(2)
                .says("25 or newer", "JAVA_HOME", "Install one");
    }

    @Test
    void aDataFolderInUseIsRefusedBeforeAnythingIsTouched() throws IOException {
        new Program(home)
                .with("TOUCHSTONE_DATA", platform.server().data())
                .with("TOUCHSTONE_PORT", Server.freePort())
                .run("server")
                .exits(1)
                .printed("Another Touchstone is running", "Stop it first");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments("cut", "{\"policy\":"),
                arguments("deep", "[".repeat(100_000)),
                arguments("null", "null"),
                arguments("no policy", "{\"policy\":\"rules: [\",\"facts\":{}}"),
                arguments("one name too many", "{\"policy\":\"x\",\"facts\":{},\"more\":1}"),
                arguments("no text", "\u00ff\u00fe\u0000\u0001"),
                arguments("empty", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileBodyIsTheCallersFault(String name, String body) throws IOException {
        var bytes = BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1));
        var answer = platform.organisation().pipeline().send("POST", "/gates/evaluations", bytes);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(Http.read(answer).path("title").asString()).isNotBlank();
        assertThat(new String(answer.body())).doesNotContain("Exception", "dev.touchstone");
    }

    /** What the launcher needs, and no java. */
    private Path onlyTools() throws IOException {
        var folder = Files.createDirectory(home.resolve("bin"));
        for (var tool : List.of("sh", "dirname", "readlink", "seq", "sed", "cat", "id", "ls")) {
            var script = folder.resolve(tool);
            Files.writeString(script, "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    private Program.Ended ask(Program program) {
        return program.run(
                "gate",
                "--app",
                Organisation.APPLICATION,
                "--stage",
                "BUILD",
                "--commit",
                Organisation.COMMIT);
    }

    private String address() {
        return platform.server().address();
    }
}
