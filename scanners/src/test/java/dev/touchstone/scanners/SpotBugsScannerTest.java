package dev.touchstone.scanners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scanners.ScanOutcome.Failed;
import dev.touchstone.scanners.ScanOutcome.Failure;
import dev.touchstone.scanners.ScanOutcome.NotRun;
import dev.touchstone.scanners.ScanOutcome.Notice;
import dev.touchstone.scanners.ScanOutcome.Scanned;
import dev.touchstone.scanners.SpotBugsScanner.Bounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpotBugsScannerTest {

    private static final Path TOOLS = Path.of(System.getProperty("touchstone.tools"), "spotbugs");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String EMPTY_REPORT =
            "{\"version\":\"2.1.0\",\"runs\":[{\"invocations\":[{\"executionSuccessful\":true}],\"results\":[]}]}";

    private @TempDir Path folder;
    private Project project;
    private Path report;

    @BeforeEach
    void aProject() {
        project = new Project(folder.resolve("bank"));
        report = folder.resolve("report.sarif");
    }

    @Test
    void namesTheWeaknessAndTheFileOfTheRepository() throws Exception {
        aCompiledModule();
        var outcome = new SpotBugsScanner(TOOLS, JAVA, Bounds.DEFAULT).scan(target(), report);
        assertThat(outcome)
                .isInstanceOfSatisfying(Scanned.class, s -> assertThat(s.complete()).isTrue());
        assertThat(report)
                .content()
                .contains("COMMAND_INJECTION")
                .contains("core/src/main/java/bank/Export.java")
                .doesNotContain(folder.toString());
    }

    @Test
    void saysItsVersion() {
        assertThat(new SpotBugsScanner(TOOLS, JAVA, Bounds.DEFAULT).version())
                .matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void claimsNothingWhereNothingIsCompiled() throws Exception {
        project.source("core/src/main/java/bank/Export.java", Project.WEAK);
        assertThat(scanWith(report(EMPTY_REPORT, 0)))
                .isInstanceOfSatisfying(
                        NotRun.class,
                        not -> assertThat(not.cause()).isEqualTo(Readiness.Cause.NOT_COMPILED));
        assertThat(report).doesNotExist();
    }

    @Test
    void saysThatItsOwnFilesAreAbsent() throws Exception {
        aCompiledModule();
        var scanner = new SpotBugsScanner(folder.resolve("nowhere"), JAVA, Bounds.DEFAULT);
        assertThat(scanner.scan(target(), report))
                .isInstanceOfSatisfying(
                        NotRun.class,
                        not -> assertThat(not.cause()).isEqualTo(Readiness.Cause.TOOL_ABSENT));
    }

    @Test
    void isIncompleteWhenAModuleIsNotCompiled() throws Exception {
        aCompiledModule();
        project.source("web/src/main/java/bank/Page.java", "package bank; class Page {}");
        assertThat(scanWith(report(EMPTY_REPORT, 0)))
                .isInstanceOfSatisfying(
                        Scanned.class,
                        scanned -> {
                            assertThat(scanned.complete()).isFalse();
                            assertThat(scanned.notices())
                                    .contains(new Notice(Notice.Kind.MODULE_NOT_COMPILED, "web"));
                        });
        assertThat(report).content().contains("\"executionSuccessful\":false");
    }

    @Test
    void isIncompleteWhenTheAnalysisHadErrors() throws Exception {
        aCompiledModule();
        assertThat(scanWith(report(EMPTY_REPORT, 4)))
                .isInstanceOfSatisfying(Scanned.class, s -> assertThat(s.complete()).isFalse());
    }

    @Test
    void isCompleteWhenOnlyLibrariesAreMissing() throws Exception {
        aCompiledModule();
        assertThat(scanWith(report(EMPTY_REPORT, 3)))
                .isInstanceOfSatisfying(
                        Scanned.class,
                        scanned -> {
                            assertThat(scanned.complete()).isTrue();
                            assertThat(scanned.notices())
                                    .extracting(Notice::kind)
                                    .containsExactly(Notice.Kind.MISSING_CLASSES);
                        });
    }

    @Test
    void doesNotBelieveATruncatedReport() throws Exception {
        aCompiledModule();
        var truncated = EMPTY_REPORT.substring(0, EMPTY_REPORT.length() - 20);
        assertFailed(scanWith(report(truncated, 0)), Failure.NO_REPORT);
        assertThat(report).doesNotExist();
    }

    @Test
    void doesNotBelieveAReportOfAChildThatRanOutOfMemory() throws Exception {
        aCompiledModule();
        var words = "echo 'Terminating due to java.lang.OutOfMemoryError: Java heap space'\n";
        assertFailed(scanWith(words + report(EMPTY_REPORT, 3)), Failure.OUT_OF_MEMORY);
        assertThat(report).doesNotExist();
    }

    @Test
    void doesNotFollowALinkInPlaceOfTheReport() throws Exception {
        aCompiledModule();
        var secret = Files.writeString(folder.resolve("secret.json"), EMPTY_REPORT);
        assertFailed(scanWith("ln -s " + secret + " \"$sarif\""), Failure.NO_REPORT);
        assertThat(report).doesNotExist();
    }

    @Test
    void keepsTheLastWordsOfAChildThatCrashed() throws Exception {
        aCompiledModule();
        assertThat(scanWith("echo 'no such module: bank' >&2; exit 134"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> {
                            assertThat(failed.failure()).isEqualTo(Failure.CRASH);
                            assertThat(failed.detail()).isEqualTo("134: no such module: bank");
                            assertThat(failed.log()).content().contains("no such module");
                        });
    }

    @Test
    void endsTheChildAndItsChildrenWhenTheirTimeIsUp() throws Exception {
        aCompiledModule();
        var pids = folder.resolve("pids");
        var outcome =
                scanWith(
                        "tail -f /dev/null & echo $! >" + pids + "; echo $$ >>" + pids + "; wait",
                        new Bounds(Duration.ofSeconds(2), 64));
        assertFailed(outcome, Failure.TIMEOUT);
        assertThat(Files.readAllLines(pids))
                .hasSize(2)
                .noneMatch(
                        pid ->
                                ProcessHandle.of(Long.parseLong(pid))
                                        .map(ProcessHandle::isAlive)
                                        .orElse(false));
    }

    @Test
    void showsTheChildNothingOfOurEnvironmentAndLeavesNoFolder() throws Exception {
        aCompiledModule();
        var seen = folder.resolve("seen");
        assertThat(scanWith("env >" + seen + "; pwd >>" + seen + "\n" + report(EMPTY_REPORT, 0)))
                .isInstanceOf(Scanned.class);
        var lines = Files.readAllLines(seen);
        assertThat(lines.subList(0, lines.size() - 1))
                .allMatch(line -> line.matches("(PATH|LC_ALL|HOME|TMPDIR|PWD|SHLVL|OLDPWD|_)=.*"));
        assertThat(Path.of(lines.getLast()).getParent()).doesNotExist();
    }

    private void aCompiledModule() {
        project.source("core/src/main/java/bank/Export.java", Project.WEAK)
                .compiled("core", "src/main/java/bank/Export.java");
    }

    private ScanTarget target() {
        return ScanTarget.of(project.root());
    }

    private static void assertFailed(ScanOutcome outcome, Failure failure) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(failure));
    }

    private ScanOutcome scanWith(String script) throws Exception {
        return scanWith(script, Bounds.DEFAULT);
    }

    /** Scans with a program that stands in for java and does what the script says. */
    private ScanOutcome scanWith(String script, Bounds bounds) throws Exception {
        var java = folder.resolve("java");
        Files.writeString(
                java,
                """
                #!/bin/sh
                for each in "$@"; do
                    case $each in -sarif=*) sarif=${each#-sarif=} ;; esac
                done
                """
                        + script
                        + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new SpotBugsScanner(TOOLS, java, bounds).scan(target(), report);
    }

    private static String report(String sarif, int exit) {
        return "cat >\"$sarif\" <<'END'\n" + sarif + "\nEND\nexit " + exit;
    }
}
