package dev.touchstone.scanners.bills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenProjectsTest {

    @Test
    void whatNoFileAtHandSaysIsUnknownAndSaidToBe() {
        Locked read =
                only(
                        project(
                                """
                                <parent><groupId>com.example</groupId><artifactId>absent</artifactId><version>7</version></parent>
                                <artifactId>app</artifactId>
                                <dependencies>
                                    <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
                                    <dependency><groupId>g</groupId><artifactId>named</artifactId><version>1.5</version></dependency>
                                    <dependency><groupId>g</groupId><artifactId>open</artifactId><version>${nowhere}</version></dependency>
                                </dependencies>
                                """));

        assertThat(read.method()).isEqualTo("from pom files alone");
        assertThat(read.graphKnown()).isFalse();
        assertThat(read.packages())
                .extracting(Locked.Package::purl)
                .containsExactly(
                        "pkg:maven/g/managed", "pkg:maven/g/named@1.5", "pkg:maven/g/open");
        assertThat(read.notes())
                .containsExactly(
                        "not found, so what it manages is unknown: com.example:absent:7",
                        "version unknown: g:managed",
                        "version unknown: g:open (${nowhere})");
    }

    @Test
    void theLocalRepositoryCompletesTheTreeAndIsNotTouched(@TempDir Path repository)
            throws IOException {
        pom(repository, "g", "first", "1", dependency("g", "second", "2", ""));
        pom(
                repository,
                "g",
                "second",
                "2",
                dependency("g", "third", "3", "") + dependency("g", "tests", "4", "test"));
        pom(repository, "g", "third", "3", "");
        List<String> before = listing(repository);

        Locked read =
                MakeBill.of(
                                tree(
                                        project(
                                                "<groupId>com.example</groupId><artifactId>app</artifactId><version>1</version><dependencies>"
                                                        + dependency("g", "first", "1", "")
                                                        + dependency("g", "third", "3.1", "test")
                                                        + "</dependencies>")),
                                new BillOptions("app", repository, false))
                        .sources()
                        .getFirst();

        assertThat(read.packages())
                .extracting(Locked.Package::purl)
                .containsExactly(
                        "pkg:maven/g/first@1", "pkg:maven/g/second@2", "pkg:maven/g/third@3.1");
        assertThat(read.packages().get(1).needs()).containsExactly("pkg:maven/g/third@3.1");
        assertThat(read.notes()).containsExactly("project file not found: g:third:3.1");
        assertThat(listing(repository)).isEqualTo(before);
    }

    @Test
    void hostileProjectFilesAreLeftOutAndOthersRead() {
        MadeBill made =
                MakeBill.of(
                        TreeInMemory.of(
                                Map.of(
                                        "pom.xml",
                                        project(
                                                "<groupId>a</groupId><artifactId>b</artifactId><version>1</version>"),
                                        "entities/pom.xml",
                                        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><project><artifactId>&x;</artifactId></project>",
                                        "deep/pom.xml",
                                        "<a>".repeat(100_000),
                                        "text/pom.xml",
                                        "hello",
                                        "loop/pom.xml",
                                        project(
                                                "<parent><groupId>l</groupId><artifactId>l</artifactId><version>1</version><relativePath>.</relativePath></parent><groupId>l</groupId><artifactId>l</artifactId>"))),
                        BillOptions.ofTree("x"));

        assertThat(made.sources()).extracting(Locked::path).contains("pom.xml");
        assertThat(made.leftOut())
                .extracting(LeftOut::path)
                .contains("deep/pom.xml", "entities/pom.xml", "text/pom.xml");
        assertThat(made.leftOut())
                .extracting(LeftOut::reason)
                .containsOnly(LeftOut.Reason.MALFORMED);
    }

    @Test
    void coordinatesNeverLeadOutOfTheLocalRepository(@TempDir Path folder) throws IOException {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        pom(folder, "g", "secret", "1", dependency("g", "leaked", "1", ""));

        MadeBill made =
                MakeBill.of(
                        tree(
                                project(
                                        "<groupId>a</groupId><artifactId>b</artifactId><version>1</version><dependencies>"
                                                + dependency("..", "../g/secret", "1", "")
                                                + "</dependencies>")),
                        new BillOptions("x", repository, false));

        assertThat(made.bill().components())
                .extracting(each -> String.valueOf(each.purl()))
                .noneMatch(purl -> purl.contains("leaked"));
    }

    private static Locked only(String pom) {
        MadeBill made = MakeBill.of(tree(pom), BillOptions.ofTree("app"));
        assertThat(made.leftOut()).isEmpty();
        return made.sources().getFirst();
    }

    private static TreeInMemory tree(String pom) {
        return TreeInMemory.of("pom.xml", pom);
    }

    private static String project(String inside) {
        return "<project><modelVersion>4.0.0</modelVersion>" + inside + "</project>";
    }

    private static String dependency(String group, String artifact, String version, String scope) {
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
                .formatted(
                        group,
                        artifact,
                        version,
                        scope.isEmpty() ? "" : "<scope>" + scope + "</scope>");
    }

    private static void pom(
            Path repository, String group, String artifact, String version, String dependencies)
            throws IOException {
        Path folder =
                Files.createDirectories(
                        repository.resolve(group).resolve(artifact).resolve(version));
        Files.writeString(
                folder.resolve(artifact + "-" + version + ".pom"),
                project(
                        "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><dependencies>%s</dependencies>"
                                .formatted(group, artifact, version, dependencies)));
    }

    private static List<String> listing(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.map(each -> folder.relativize(each).toString()).sorted().toList();
        }
    }
}
