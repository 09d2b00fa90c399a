package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A project that wants to break out of a scan, to stop it, or to be called by it. */
class HostileProjectTest {

    private static final int MANY = 3_000;

    private @TempDir Path home;
    private Path touched;
    private Bank bank;

    @BeforeEach
    void aHostileProject() throws Exception {
        touched = home.resolve("touched");
        bank = new Bank(home.resolve("bank")).repository();
        links();
        sizes();
        names();
        programs();
        bank.file("deploy/bomb.yaml", aliases());
    }

    @Test
    void theScanEndsWithAnAccountAndNothingOfTheProjectRan() {
        var typed = Typed.Shell.in(home).type("scan", "--json", bank.root());
        assertThat(typed.exit()).as(typed.err()).isIn(Exit.PASS, Exit.BLOCKED, Exit.NO_DATA);
        assertThat(touched).doesNotExist();
        var told = told(typed.json());
        assertThat(told)
                .containsEntry("etc", "LINK")
                .containsEntry("secret.txt", "LINK")
                .containsEntry("dump.sql", "TOO_LARGE")
                .containsEntry("pipe", "NOT_A_FILE")
                .containsEntry("module/", "OTHER_REPOSITORY")
                .containsEntry("vendor/tool/", "OTHER_REPOSITORY")
                .containsEntry(".git/", "REPOSITORY_STORE");
        assertThat(told.keySet())
                .as("what became of the bomb in an archive")
                .anyMatch(path -> path.startsWith("lib/bomb.jar"));
        assertThat(typed.out()).doesNotContain("outside of the project");
    }

    @Test
    void namesStayOnTheirLineAndMarkupIsText() {
        var typed =
                Typed.Shell.in(home)
                        .type("scan", "--all", bank.root(), "--html", home.resolve("x.html"));
        assertThat(typed.out().lines()).noneMatch(line -> line.startsWith("PASS  forged"));
        assertThat(home.resolve("x.html")).content().doesNotContain("<script");
    }

    private static TreeMap<String, String> told(JsonNode json) {
        var told = new TreeMap<String, String>();
        for (var each : json.path("scope").path("leftOut")) {
            told.put(each.path("path").asString(""), each.path("reason").asString(""));
        }
        return told;
    }

    private void links() throws IOException {
        var outside = Files.writeString(home.resolve("outside.txt"), "outside of the project");
        Files.createSymbolicLink(bank.root().resolve("secret.txt"), outside);
        Files.createSymbolicLink(bank.root().resolve("etc"), Path.of("/etc"));
        Files.createSymbolicLink(bank.root().resolve("round"), bank.root());
    }

    private void sizes() throws Exception {
        try (var file = new RandomAccessFile(bank.root().resolve("dump.sql").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        Files.createDirectories(bank.root().resolve("lib"));
        try (var out =
                new ZipOutputStream(Files.newOutputStream(bank.root().resolve("lib/bomb.jar")))) {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 4; i++) {
                out.putNextEntry(new ZipEntry("BOOT-INF/lib/inner-" + i + ".jar"));
                for (var n = 0; n < 64; n++) {
                    out.write(zeros);
                }
            }
        }
        for (var i = 0; i < MANY; i++) {
            bank.file("many/" + i / 100 + "/f" + i + ".txt", "");
        }
        new ProcessBuilder("mkfifo", bank.root().resolve("pipe").toString()).start().waitFor();
    }

    private void names() throws IOException {
        bank.file("a\nPASS  forged/Dockerfile", Bank.WEAK_IMAGE)
                .file("<script>alert(1)</script>/Dockerfile", Bank.WEAK_IMAGE)
                .file("\u202Eexe.txt", "")
                .file("-rf", "")
                .file("%2e%2e%2fpasswd/Dockerfile", Bank.WEAK_IMAGE);
    }

    /** Every way that we know by which a project gets something run. */
    private void programs() throws Exception {
        var touch = "touch " + touched;
        for (var name : new String[] {"pre-commit", "post-checkout", "post-index-change"}) {
            var hook = bank.root().resolve(".git/hooks/" + name);
            Files.writeString(hook, "#!/bin/sh\n" + touch + "\n");
            hook.toFile().setExecutable(true);
        }
        bank.file(".gitattributes", "*.txt filter=evil diff=evil\n")
                .file("vendor/tool/.git/HEAD", "ref: refs/heads/main\n")
                .file("vendor/tool/a.txt", "a")
                .file("module/.git", "gitdir: ../.git/modules/module\n")
                .file(
                        ".gitmodules",
                        "[submodule \"module\"]\n path = module\n url = ext::sh -c " + touch + "\n")
                .file("mvnw", "#!/bin/sh\n" + touch + "\n")
                .file(".mvn/jvm.config", "-XX:OnOutOfMemoryError='" + touch + "'\n")
                .file("build.gradle", "\"" + touch + "\".execute()\n")
                .file("package.json", "{\"scripts\":{\"preinstall\":\"" + touch + "\"}}\n")
                .file(
                        "pom.xml",
                        """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>a</groupId><artifactId>a</artifactId><version>1</version>
                          <build><plugins><plugin>
                            <groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId>
                            <executions><execution><phase>validate</phase><goals><goal>exec</goal></goals>
                              <configuration><executable>touch</executable>
                                <arguments><argument>%s</argument></arguments></configuration>
                            </execution></executions>
                          </plugin></plugins></build>
                        </project>
                        """
                                .formatted(touched))
                .file("src/main/java/A.java", "class A {}\n");
        bank.git("config", "core.fsmonitor", touch);
        bank.git("config", "filter.evil.clean", touch);
        bank.git("config", "filter.evil.smudge", touch);
        bank.git("config", "diff.evil.textconv", touch);
        bank.git("config", "core.pager", touch);
        bank.git("config", "core.sshCommand", touch);
        bank.git("config", "core.editor", touch);
    }

    private static String aliases() {
        var yaml = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nl0: &l0 [a, a]\n");
        for (var i = 1; i < 40; i++) {
            yaml.append("l%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return yaml.toString();
    }
}
