package dev.touchstone.scanners.bills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildMavenTest {
    private static final String POM =
            "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>1</version></dependency></dependencies></project>";

    @Test
    void whatTheBuildBringsIsThenRead(@TempDir Path folder) throws IOException {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Path program =
                script(
                        folder,
                        """
                        case "$*" in *" test-compile -Dmaven.repo.local=%1$s") ;; *) exit 3 ;; esac
                        mkdir -p %1$s/g/b/1
                        echo '<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>b</artifactId><version>1</version></project>' > %1$s/g/b/1/b-1.pom
                        """
                                .formatted(repository));

        SourceAnswer read =
                new MavenProjects(repository)
                        .read(
                                new TreeInMemory(
                                        folder, Map.of("pom.xml", POM.getBytes(UTF_8)), List.of()),
                                new BuildMaven(program.toString()));

        assertThat(read.leftOut()).isEmpty();
        assertThat(read.sources().getFirst().method()).isEqualTo("pom files and local repository");
    }

    @Test
    void aBuildThatFailsIsSaidAndTheRestIsRead(@TempDir Path folder) throws IOException {
        Path program = script(folder, "echo '[ERROR] it does not compile'; exit 1\n");
        TreeInMemory tree =
                new TreeInMemory(folder, Map.of("pom.xml", POM.getBytes(UTF_8)), List.of());

        SourceAnswer failed =
                new MavenProjects(null).read(tree, new BuildMaven(program.toString()));
        SourceAnswer absent =
                new MavenProjects(null)
                        .read(tree, new BuildMaven(folder.resolve("absent").toString()));

        assertThat(failed.leftOut())
                .containsExactly(
                        new LeftOut(
                                "pom.xml",
                                LeftOut.Reason.FAILED,
                                "the build ended with 1: [ERROR] it does not compile"));
        assertThat(failed.sources()).hasSize(1);
        assertThat(absent.leftOut().getFirst().detail())
                .endsWith("install it or leave out --build");
    }

    @Test
    void onlyOutermostProjectsAreBuilt() {
        assertThat(
                        BuildMaven.outermost(
                                new TreeSet<>(List.of("a/pom.xml", "a/b/pom.xml", "c/pom.xml"))))
                .containsExactly("a/pom.xml", "c/pom.xml");
        assertThat(BuildMaven.outermost(new TreeSet<>(List.of("a/pom.xml", "pom.xml"))))
                .containsExactly("pom.xml");
    }

    private static Path script(Path folder, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("maven"), "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
