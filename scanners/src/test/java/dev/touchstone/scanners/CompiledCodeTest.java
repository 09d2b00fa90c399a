package dev.touchstone.scanners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledCodeTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private @TempDir Path folder;
    private Project project;

    @BeforeEach
    void aProject() {
        project = new Project(folder.resolve("bank"));
    }

    @Test
    void findsTheClassesOfEachBuildTool() throws IOException {
        project.classFile("maven/target/classes/bank/A.class")
                .classFile("gradle/build/classes/java/main/bank/B.class")
                .classFile("gradle/build/classes/kotlin/main/bank/C.class");
        assertThat(code().classFolders())
                .containsExactlyInAnyOrder(
                        project.root().resolve("maven/target/classes"),
                        project.root().resolve("gradle/build/classes/java/main"),
                        project.root().resolve("gradle/build/classes/kotlin/main"));
    }

    @Test
    void leavesTestsOut() throws IOException {
        project.classFile("core/target/test-classes/bank/ATest.class");
        assertThat(code().classFolders()).isEmpty();
    }

    @Test
    void namesModulesWithoutClasses() throws IOException {
        project.source("core/src/main/java/bank/A.java", "")
                .classFile("core/target/classes/bank/A.class")
                .source("web/src/main/java/bank/B.java", "");
        assertThat(code().modulesNotCompiled()).containsExactly("web");
    }

    @Test
    void namesAModuleWhoseSourcesAreYoungerThanItsClasses() throws IOException {
        project.source("src/main/java/bank/A.java", "")
                .written("src/main/java/bank/A.java", NOON)
                .classFile("target/classes/bank/A.class")
                .written("target/classes/bank/A.class", MORNING);
        assertThat(code().modulesOutOfDate()).containsExactly(".");
    }

    @Test
    void mapsAPackagePathToTheFileOfItsModule() throws IOException {
        project.source("core/src/main/java/bank/A.java", "")
                .source("core/src/main/java/card/A.java", "");
        assertThat(code().sourceOf("card/A.java")).isEqualTo("core/src/main/java/card/A.java");
        assertThat(code().sourceOf("loan/A.java")).isNull();
    }

    @Test
    void doesNotTakeTheEndOfAPackageForThePackage() throws IOException {
        project.source("core/src/main/java/mybank/A.java", "");
        assertThat(code().sourceOf("bank/A.java")).isNull();
    }

    @Test
    void leavesOutWhatTheSettingsExclude() throws IOException {
        project.source("samples/src/main/java/bank/A.java", "")
                .classFile("samples/target/classes/bank/A.class")
                .source("core/src/main/java/bank/B.java", "")
                .classFile("core/target/classes/bank/B.class");
        var code =
                CompiledCode.of(
                        new ScanTarget(
                                project.root(),
                                List.of(),
                                path ->
                                        path.startsWith("samples/")
                                                ? Optional.of("planted")
                                                : Optional.empty()));
        assertThat(code.classFolders())
                .containsExactly(project.root().resolve("core/target/classes"));
        assertThat(code.modulesNotCompiled()).isEmpty();
        assertThat(code.sourceOf("bank/A.java")).isNull();
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        var outside = new Project(folder.resolve("outside"));
        outside.classFile("target/classes/bank/A.class").source("src/main/java/bank/A.java", "");
        Files.createDirectories(project.root());
        Files.createSymbolicLink(project.root().resolve("link"), outside.root());
        assertThat(code().classFolders()).isEmpty();
        assertThat(code().sourceOf("bank/A.java")).isNull();
    }

    private CompiledCode code() throws IOException {
        return CompiledCode.of(ScanTarget.of(project.root()));
    }
}
