package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.cli.settings.PathPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SettingsTest {

    private static final String EXCLUDE_WEB =
            """
            exclude:
              - paths: [web/]
                reason: belongs to another team
            """;

    private @TempDir Path home;
    private Typed.Shell shell;
    private Bank bank;

    @BeforeEach
    void aBank() throws IOException {
        shell = Typed.Shell.in(home);
        bank =
                new Bank(home.resolve("bank"))
                        .file("Dockerfile", Bank.WEAK_IMAGE)
                        .file("web/Dockerfile", Bank.WEAK_IMAGE);
    }

    @Test
    void whatTheyExcludeIsCountedListedAndAFact() throws IOException {
        bank.file("touchstone.yml", EXCLUDE_WEB);
        var json = scan();
        assertThat(places(json)).containsExactly("Dockerfile");
        assertThat(json.path("scope").path("facts").path("excludedFiles").asInt()).isEqualTo(1);
        assertThat(json.path("scope").path("excluded").get(0).path("path").asString(""))
                .isEqualTo("web/Dockerfile");
        assertThat(shell.type("scan", bank.root()).out())
                .contains("1 files excluded: belongs to another team");
    }

    @Test
    void aRuleThatIsOffIsStillCounted() throws IOException {
        bank.file(
                "touchstone.yml",
                """
                rules:
                  DOCKER-001: {enabled: false, reason: we run rootless}
                """);
        var json = scan();
        var ignored = json.path("scope").path("ignored");
        assertThat(ignored).hasSize(2);
        assertThat(ignored.get(0).path("reason").asString("")).isEqualTo("we run rootless");
        assertThat(json.path("scope").path("facts").path("ignoredFindings").asInt()).isEqualTo(2);
        assertThat(json.path("scope").path("facts").path("rulesChanged").asInt()).isEqualTo(1);
        var sarif = home.resolve("x.sarif");
        shell.type("scan", bank.root(), "--sarif", sarif);
        assertThat(sarif).content().contains("\"ignoredFindingCount\":2", "we run rootless");
    }

    @Test
    void aGateMayRefuseWhatWasExcluded() throws IOException {
        bank.file("touchstone.yml", EXCLUDE_WEB);
        var policy =
                Files.writeString(
                        home.resolve("policy.yml"),
                        """
                        id: strict
                        version: "1"
                        title: {zh: 严, en: Strict}
                        rules:
                          - id: S-1
                            title: {zh: 没有排除文件, en: No file is excluded}
                            when: scan.excludedFiles > 0
                            mode: BLOCK
                        """);
        shell.type("scan", bank.root(), "--policy", policy).ended(Exit.BLOCKED);
    }

    @Test
    void aToolThatIsSwitchedOffHasNotLooked() throws IOException {
        bank.file(
                "touchstone.yml",
                "scanners:\n  infrastructure: {enabled: false, reason: not ours}\n");
        var json = scan();
        assertThat(json.path("findings")).isEmpty();
        assertThat(json.path("scans").toString()).contains("\"OFF\"", "not ours");
    }

    @Test
    void everyFaultHasLineAndColumn() throws IOException {
        bank.file(
                "touchstone.yml",
                """
                exclude:
                  - paths: [/etc, a/../b]
                scanners:
                  sekrets: {enabled: false}
                rules:
                  DOCKER-001: {severity: WORST, reason: x}
                history: {commits: many}
                project: {settings: false}
                """);
        var typed = shell.type("scan", bank.root());
        typed.refused(
                Exit.WRONG_USE, "touchstone.yml:2:5", "needs a reason", "touchstone.yml:2:13");
        assertThat(typed.err())
                .contains(
                        "touchstone.yml:4:3", "touchstone.yml:6:26", "touchstone.yml:7:20", "8:1");
        shell.type("settings", bank.root().resolve("touchstone.yml")).ended(Exit.WRONG_USE);
    }

    @Test
    void aLinkIsNoSettings() throws IOException {
        var outside = Files.writeString(home.resolve("outside.yml"), EXCLUDE_WEB);
        Files.createSymbolicLink(bank.root().resolve("touchstone.yml"), outside);
        shell.type("scan", bank.root()).refused(Exit.WRONG_USE, "touchstone.yml");
    }

    @Test
    void inCiTheSettingsBeforeTheChangeHold() throws Exception {
        bank.repository().commit("first");
        bank.file("touchstone.yml", EXCLUDE_WEB).commit("look away");
        var json = scan(shell.with("CI", "true"));
        assertThat(places(json)).containsExactly("Dockerfile", "web/Dockerfile");
        assertThat(json.path("scope").path("facts").path("settingsChanged").asBoolean()).isTrue();
        assertThat(json.path("scope").path("settings").path("changes").get(0).asString(""))
                .isEqualTo("+ exclude web/");
        assertThat(places(scan())).containsExactly("Dockerfile");
    }

    @Test
    void theBaseThatIsNamedCounts() throws Exception {
        bank.repository().file("touchstone.yml", EXCLUDE_WEB);
        var first = bank.commit("first");
        bank.git("checkout", "-q", "-b", "change");
        Files.delete(bank.root().resolve("touchstone.yml"));
        bank.commit("look everywhere");
        var json = shell.type("scan", "--json", bank.root(), "--base", "main").json();
        assertThat(places(json)).containsExactly("Dockerfile");
        assertThat(json.path("scope").path("settings").path("base").asString("")).isEqualTo(first);
        shell.type("scan", bank.root(), "--base", "nowhere").refused(Exit.WRONG_USE, "nowhere");
    }

    @Test
    void thePlatformWins() throws IOException {
        bank.file("touchstone.yml", EXCLUDE_WEB);
        var platform = Files.writeString(home.resolve("platform.yml"), "exclude: []\n");
        assertThat(places(scan(shell, "--settings", platform)))
                .containsExactly("Dockerfile", "web/Dockerfile");
        Files.writeString(platform, "project: {settings: false}\n");
        assertThat(places(scan(shell, "--settings", platform)))
                .containsExactly("Dockerfile", "web/Dockerfile");
        Files.writeString(platform, "history: {commits: 5}\n");
        assertThat(places(scan(shell, "--settings", platform))).containsExactly("Dockerfile");
    }

    @Test
    void theSchemaIsPrintedForEditors() {
        var schema = shell.type("settings", "--schema").ended(Exit.PASS).json();
        assertThat(schema.path("properties").propertyNames())
                .contains("exclude", "scanners", "rules", "classpath", "history");
    }

    @Test
    void patternsMeanWhatTheySay() {
        assertThat(new PathPattern("samples").matches("samples/a/b.txt")).isTrue();
        assertThat(new PathPattern("samples/").matches("samples/a/b.txt")).isTrue();
        assertThat(new PathPattern("samples/").matches("samples")).isFalse();
        assertThat(new PathPattern("**/fixtures/*.json").matches("a/b/fixtures/c.json")).isTrue();
        assertThat(new PathPattern("**/fixtures/*.json").matches("fixtures/c.json")).isTrue();
        assertThat(new PathPattern("*.json").matches("a/c.json")).isFalse();
        assertThat(new PathPattern("a?c").matches("abc")).isTrue();
        assertThat(new PathPattern("**").matches("a/b")).isTrue();
        assertThat(new PathPattern("**/a".repeat(50)).matches("a/".repeat(200) + "b")).isTrue();
    }

    private JsonNode scan() {
        return scan(shell);
    }

    private JsonNode scan(Typed.Shell in, Object... more) {
        var words =
                new java.util.ArrayList<Object>(java.util.List.of("scan", "--json", bank.root()));
        words.addAll(java.util.List.of(more));
        return in.type(words.toArray()).json();
    }

    private static java.util.List<String> places(JsonNode json) {
        var places = new java.util.TreeSet<String>();
        for (var finding : json.path("findings")) {
            places.add(finding.path("location").path("path").asString(""));
        }
        return java.util.List.copyOf(places);
    }
}
