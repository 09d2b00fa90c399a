package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

    private @TempDir Path home;
    private Typed.Shell shell;
    private Bank bank;

    @BeforeEach
    void aBank() throws IOException {
        shell = Typed.Shell.in(home);
        bank =
                new Bank(home.resolve("work/bank"))
                        .file("Dockerfile", Bank.WEAK_IMAGE)
                        .file("web/Dockerfile", Bank.WEAK_IMAGE)
                        .file("README.md", "# Bank");
    }

    @Test
    void saysWhatToMendWhereAndHow() {
        assertThat(shell.type("scan", bank.root()).out())
                .contains(
                        "Looked at 3 files",
                        "Mend first",
                        "DOCKER-001",
                        "(2 places)",
                        "Dockerfile:",
                        "web/Dockerfile:",
                        "mend:");
    }

    @Test
    void saysTheSameInChinese() {
        assertThat(shell.type("--lang", "zh", "scan", bank.root()).out())
                .contains("查看了 3 个文件", "优先整改", "整改：")
                .doesNotContain("Mend first");
    }

    @Test
    void claimsNothingAboutCodeThatIsNotCompiled() throws IOException {
        bank.file("src/main/java/bank/A.java", "package bank; class A {}");
        var typed = shell.type("scan", "--json", bank.root()).ended(Exit.NO_DATA);
        assertThat(typed.json().path("scans").get(0).path("state").asString(""))
                .isEqualTo("NOT_RUN");
        assertThat(typed.json().path("verdict").asString("")).isEqualTo("NO_DATA");
    }

    @Test
    void writesOneRunForEachToolAndLeavesNoOtherFile() throws IOException {
        bank.file("src/main/java/bank/A.java", "package bank; class A {}");
        var folder = Files.createDirectories(home.resolve("out"));
        shell.type("scan", bank.root(), "--sarif", folder.resolve("x.sarif"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("x.sarif"));
        }
        var runs = shell.type("read", "--json", folder.resolve("x.sarif")).json().path("runs");
        assertThat(runs)
                .extracting(run -> run.path("tool").asString(""))
                .contains("SpotBugs", "Touchstone infrastructure")
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameTreeGivesTheSameBytes() throws IOException {
        var other = new Bank(home.resolve("elsewhere/bank"));
        other.file("web/Dockerfile", Bank.WEAK_IMAGE)
                .file("README.md", "# Bank")
                .file("Dockerfile", Bank.WEAK_IMAGE);
        assertThat(outputs(other, "second", "--no-cache"))
                .isEqualTo(outputs(bank, "first", "--no-cache"));
    }

    @Test
    void anIncrementalResultEqualsTheFullOne() throws IOException {
        var whole = outputs(bank, "cold");
        assertThat(outputs(bank, "warm")).isEqualTo(whole);
        bank.file("web/Dockerfile", "FROM scratch\nUSER 10001\nCOPY bank /bank\n");
        Files.delete(bank.root().resolve("README.md"));
        bank.file("api/Dockerfile", Bank.WEAK_IMAGE);
        var incremental = outputs(bank, "incremental");
        assertThat(incremental).isEqualTo(outputs(bank, "full", "--no-cache"));
        assertThat(incremental).isNotEqualTo(whole);
    }

    @Test
    void aDamagedCacheChangesNothing() throws IOException {
        var whole = outputs(bank, "cold");
        for (var file : cached()) {
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
        }
        assertThat(outputs(bank, "damaged")).isEqualTo(whole);
    }

    @Test
    void theCacheIsClosedToOthersAndOutsideOfTheTree() throws IOException {
        outputs(bank, "cold");
        var folder = home.resolve(".cache/touchstone/scan");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(cached()).isNotEmpty();
        shell.with("XDG_CACHE_HOME", bank.root().resolve("cache")).type("scan", bank.root());
        assertThat(bank.root().resolve("cache")).doesNotExist();
    }

    @Test
    void thePageNeedsNothingElseAndShowsTextAsText() throws IOException {
        bank.file("<img src=x onerror=alert(1)>/Dockerfile", Bank.WEAK_IMAGE);
        var page = home.resolve("page.html");
        shell.type("scan", bank.root(), "--html", page);
        assertThat(page)
                .content()
                .contains(
                        "default-src 'none'",
                        "&lt;img src=x onerror=alert(1)&gt;",
                        "lang=\"zh-CN\"",
                        "优先整改",
                        "Mend first")
                .doesNotContain("<script", "<img", "http://", "https://", "src=\"", "href=");
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        var escape = "\u001B[";
        var wide = shell.with("TOUCHSTONE_COLUMNS", 80);
        assertThat(wide.type("scan", bank.root()).out()).contains(escape);
        assertThat(wide.with("NO_COLOR", 1).type("scan", bank.root()).out()).doesNotContain(escape);
        assertThat(wide.with("TERM", "dumb").type("scan", bank.root()).out())
                .doesNotContain(escape);
        assertThat(shell.type("scan", bank.root()).out()).doesNotContain(escape);
    }

    @Test
    void isQuietBesideTheResultUnlessAPersonWatches() {
        assertThat(shell.type("scan", bank.root()).err()).isEmpty();
        assertThat(shell.with("TOUCHSTONE_WATCHED", 1).type("scan", bank.root()).err())
                .contains("scanning");
    }

    @Test
    void oneSecretInManyPlacesIsOneThingToMend() throws IOException {
        var secret = "wJ2kQ9vT" + "7xLm4RzPq8Nd";
        for (var i = 0; i < 5; i++) {
            bank.file("s" + i + "/application.properties", "spring.datasource.password=" + secret);
        }
        bank.file("other/application.properties", "spring.datasource.password=Uq7" + "Zr5tGb2Kx");
        var sarif = home.resolve("x.sarif");
        var typed = shell.type("scan", "--json", bank.root(), "--sarif", sarif);
        var places = new java.util.ArrayList<Integer>();
        for (var item : typed.json().path("items")) {
            if (item.path("tool").asString("").equals("Touchstone secrets")) {
                places.add(item.path("places").size());
            }
        }
        assertThat(places).containsExactly(5, 1);
        assertThat(Files.readString(sarif) + typed.out())
                .doesNotContain(secret, "touchstone/sameSecret");
        assertThat(home.resolve(".config/touchstone/secret.key")).exists();
    }

    @Test
    void historyTellsWhatTheNewestCommitNoLongerHas() throws Exception {
        var secret = "wJ2kQ9vT" + "7xLm4RzPq8Nd";
        var old = new Bank(home.resolve("old")).repository();
        old.file("src/application.properties", "spring.datasource.password=" + secret)
                .commit("first");
        old.file("src/application.properties", "spring.datasource.password=${DB}").commit("second");
        for (var each : new String[] {"cold", "warm"}) {
            var typed = shell.type("scan", old.root());
            assertThat(typed.out())
                    .as(each)
                    .contains("Touchstone secrets history", "no longer in the newest commit")
                    .doesNotContain(secret);
        }
    }

    private java.util.List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(".cache/touchstone/scan"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** SARIF, page and bill as one text. */
    private String outputs(Bank project, String name, Object... more) throws IOException {
        var folder = Files.createDirectories(home.resolve(name));
        var words =
                Stream.concat(
                                Stream.of(
                                        "scan",
                                        project.root(),
                                        "--sarif",
                                        folder.resolve("x.sarif"),
                                        "--html",
                                        folder.resolve("x.html"),
                                        "--bom",
                                        folder.resolve("x.json")),
                                Stream.of(more))
                        .toArray();
        shell.type(words);
        return Files.readString(folder.resolve("x.sarif"))
                + Files.readString(folder.resolve("x.html"))
                + Files.readString(folder.resolve("x.json"));
    }
}
