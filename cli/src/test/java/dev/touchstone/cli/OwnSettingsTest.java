package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.cli.settings.SettingsReader;
import dev.touchstone.cli.settings.SettingsReading;
import dev.touchstone.scanners.tree.FolderTree;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.TreeBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This repository's own settings: what they keep from the scan is little and stays little. */
class OwnSettingsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_EXCLUDED = 900;
    private static final int MOST_RULES = 8;
    private static final List<String> MAY_BE_EXCLUDED =
            List.of("samples/", "build/demo/", "packs/", "src/test/");

    @Test
    void onlySamplesRuleExamplesAndFixturesAreExcluded() throws IOException {
        var settings =
                ((SettingsReading.Accepted)
                                SettingsReader.read(
                                        Files.readString(ROOT.resolve("touchstone.yml")), false))
                        .settings();
        var tree = FolderTree.walk(ROOT, TreeBounds.DEFAULT, settings.exclusions());
        var excluded =
                tree.leftOut().stream()
                        .filter(each -> each.reason() == LeftOut.Reason.EXCLUDED)
                        .map(LeftOut::path)
                        .toList();
        assertThat(excluded).hasSizeBetween(1, MOST_EXCLUDED);
        assertThat(excluded)
                .allMatch(
                        path ->
                                MAY_BE_EXCLUDED.stream()
                                        .anyMatch(
                                                place ->
                                                        path.startsWith(place)
                                                                || path.contains("/" + place)));
        assertThat(settings.rulesChanged()).isLessThanOrEqualTo(MOST_RULES);
        assertThat(settings.scanners()).isEmpty();
    }

    @Test
    void theSchemaOfTheManualIsTheOneThatIsPrinted() throws IOException {
        try (var in = Touchstone.class.getResourceAsStream("/schemas/touchstone.schema.json")) {
            assertThat(ROOT.resolve("docs/formats/touchstone.schema.json"))
                    .hasBinaryContent(in.readAllBytes());
        }
    }

    @Test
    void theSettingsNameTheSchemaForEditors() throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve("touchstone.yml"))) {
            assertThat(lines.findFirst().orElse(""))
                    .isEqualTo(
                            "# yaml-language-server: $schema=docs/formats/touchstone.schema.json");
        }
    }
}
