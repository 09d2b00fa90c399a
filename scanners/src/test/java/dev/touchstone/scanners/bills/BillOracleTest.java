package dev.touchstone.scanners.bills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bills of this repository's server, command line and user interface against those that CycloneDX's
 * own tools make of them; {@code make oracle} runs these tools first.
 */
@Tag("oracle")
class BillOracleTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("", "contract/", "formats/", "engine/", "scanners/", "server/", "cli/");

    @ParameterizedTest
    @ValueSource(strings = {"server", "cli"})
    void aModuleHasTheComponentsAndNeedsThatTheMavenPluginFinds(String module) throws IOException {
        Path repository = Path.of(System.getProperty("touchstone.repository", "absent"));
        MadeBill made = MakeBill.of(poms(), new BillOptions("touchstone", repository, false));
        Locked ours = source(made, module + "/pom.xml");
        JsonNode theirs = json(ROOT.resolve(module).resolve("target/bom.json"));

        assertThat(ours.method()).isEqualTo("pom files and local repository");
        assertThat(purls(ours)).containsExactlyElementsOf(purls(theirs));
        assertThat(needs(ours)).containsAll(needs(theirs));
    }

    @Test
    void theUserInterfaceHasTheComponentsAndNeedsThatTheNpmToolFinds() throws IOException {
        MadeBill made =
                MakeBill.of(
                        tree(List.of("web/package.json", "web/package-lock.json")),
                        BillOptions.ofTree("web"));
        Locked ours = source(made, "web/package-lock.json");
        JsonNode theirs = json(ROOT.resolve("build/oracle/web.json"));

        assertThat(purls(ours)).containsExactlyElementsOf(purls(theirs));
    }

    private static TreeInMemory poms() throws IOException {
        return tree(MODULES.stream().map(module -> module + "pom.xml").toList());
    }

    private static TreeInMemory tree(List<String> paths) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String path : paths) contents.put(path, Files.readAllBytes(ROOT.resolve(path)));
        TreeInMemory tree = new TreeInMemory(ROOT, contents, List.of());
        assertThat(tree.files()).extracting(ScannedFile::path).containsAll(paths);
        return tree;
    }

    private static Locked source(MadeBill made, String path) {
        return made.sources().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }

    /** They name the type of a plain jar, and how Maven calls a jar with tests. */
    private static String canonical(String purl) {
        String plain = purl.replace("type=jar", "").replace("type=test-jar", "");
        return plain.replace("?&", "?").replaceAll("[?&]$", "");
    }

    private static TreeSet<String> purls(Locked locked) {
        TreeSet<String> purls = new TreeSet<>();
        for (Locked.Package each : locked.packages()) purls.add(each.purl());
        return purls;
    }

    private static TreeSet<String> purls(JsonNode bill) {
        TreeSet<String> purls = new TreeSet<>();
        collect(bill.path("components"), purls);
        return purls;
    }

    /** The npm tool nests what lies in a folder of another package. */
    private static void collect(JsonNode components, TreeSet<String> purls) {
        for (JsonNode each : components) {
            String purl = each.path("purl").asString();
            purls.add(
                    canonical(purl.startsWith("pkg:npm/") ? purl.replaceFirst("\\?.*", "") : purl));
            collect(each.path("components"), purls);
        }
    }

    private static TreeSet<String> needs(Locked locked) {
        TreeSet<String> needs = new TreeSet<>();
        for (Locked.Package each : locked.packages()) {
            for (String need : each.needs()) needs.add(each.purl() + " -> " + need);
        }
        for (String each : locked.direct()) needs.add(locked.project().purl() + " -> " + each);
        return needs;
    }

    private static TreeSet<String> needs(JsonNode bill) {
        TreeSet<String> needs = new TreeSet<>();
        for (JsonNode each : bill.path("dependencies")) {
            for (JsonNode need : each.path("dependsOn")) {
                needs.add(
                        canonical(each.path("ref").asString())
                                + " -> "
                                + canonical(need.asString()));
            }
        }
        return needs;
    }
}
