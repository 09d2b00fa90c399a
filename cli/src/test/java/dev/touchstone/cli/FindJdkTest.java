package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindJdkTest {

    @TempDir Path folder;
    private Path installed;

    @BeforeEach
    void nothingIsInstalled() throws IOException {
        installed = Files.createDirectory(folder.resolve("jvm"));
    }

    @Test
    void takesJavaHomeWhenItIsNewEnough() throws Exception {
        var home = jdk(folder.resolve("own"), "25.0.1");
        assertThat(find(Map.of("JAVA_HOME", home.toString())).output()).isEqualTo(home.toString());
    }

    @Test
    void passesOverAnOldJavaHomeAndTakesTheNewestInstalled() throws Exception {
        var old = jdk(folder.resolve("own"), "17.0.9");
        jdk(installed.resolve("b"), "25");
        var newest = jdk(installed.resolve("a"), "26.0.2");
        jdk(installed.resolve("c"), "21.0.4");
        assertThat(find(Map.of("JAVA_HOME", old.toString())).output()).isEqualTo(newest.toString());
    }

    @Test
    void passesOverARuntimeWithoutACompiler() throws Exception {
        var runtime = jdk(installed.resolve("jre"), "25");
        Files.delete(runtime.resolve("bin/javac"));
        var found = find(Map.of());
        assertThat(found.exit()).isEqualTo(2);
    }

    @Test
    void saysWhatWasLookedAtAndWhatToInstallWhenThereIsNone() throws Exception {
        var old = jdk(folder.resolve("own"), "17.0.9");
        var found = find(Map.of("JAVA_HOME", old.toString()));
        assertThat(found.exit()).isEqualTo(2);
        assertThat(found.output()).isEmpty();
        assertThat(found.messages())
                .contains("needs a JDK 25 or newer", old + " (version 17)", "temurin-25-jdk");
    }

    private Path jdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        for (var program : new String[] {"java", "javac"}) {
            Files.createFile(
                    home.resolve("bin").resolve(program),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private record Found(int exit, String output, String messages) {}

    private Found find(Map<String, String> environment) throws Exception {
        var tools = Files.createDirectory(folder.resolve("tools"));
        for (var tool : new String[] {"sed", "seq", "cat", "dirname", "readlink"}) {
            var script =
                    Files.createFile(
                            tools.resolve(tool),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.writeString(script, "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
        }
        var messages = folder.resolve("messages");
        var builder =
                new ProcessBuilder("/bin/sh", Path.of("../.ci/find-jdk").toRealPath().toString())
                        .redirectError(messages.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("TOUCHSTONE_JDK_FOLDER", installed.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        var output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Found(process.waitFor(), output, Files.readString(messages));
    }
}
