package dev.touchstone.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes docs/accuracy.md and the precision of the shipped pack from runs; with {@code --check} it
 * only says whether they are what it would write.
 */
public final class Accuracy {

    static final Path PAGE = Path.of("docs/accuracy.md");
    static final Path PRECISION = Path.of("packs/touchstone-default/precision.yml");

    private Accuracy() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of("").toAbsolutePath();
        var sections = new ArrayList<>(ofSources(root));
        sections.add(new BytecodeAccuracy(root).section(new CodeAccuracy(root).onMobileBank()));
        addIfThere(root, "infrastructure-corpus", "build/accuracy/infrastructure.md", sections);
        var before = Files.readString(root.resolve(PAGE));
        var page = Page.with(before, sections);
        var precisionBefore = Files.readString(root.resolve(PRECISION));
        var precision = PrecisionFile.with(precisionBefore, sections);
        boolean same = before.equals(page) && precisionBefore.equals(precision);
        if (List.of(arguments).contains("--check")) {
            var stale =
                    sections.stream()
                            .filter(one -> !before.equals(Page.with(before, List.of(one))))
                            .map(Section::name)
                            .toList();
            System.out.println(
                    same
                            ? "docs/accuracy.md and the measured precision are what the runs give."
                            : "docs/accuracy.md is not what the runs give (parts that differ: "
                                    + String.join(", ", stale)
                                    + "), or precision.yml is not; make accuracy writes both.");
            System.exit(same ? 0 : 1);
        }
        Files.writeString(root.resolve(PAGE), page);
        Files.writeString(root.resolve(PRECISION), precision);
        System.out.println("wrote " + PAGE + " and " + PRECISION);
    }

    /** What another run wrote, with what is not on every machine. */
    private static void addIfThere(Path root, String name, String file, List<Section> sections)
            throws IOException {
        var path = root.resolve(file);
        if (Files.isRegularFile(path)) {
            sections.add(new Section(name, Files.readString(path), List.of()));
        }
    }

    /** What needs neither a compiled bank nor another program; planted tokens if they were made. */
    static List<Section> ofSources(Path root) throws Exception {
        var secrets = new SecretAccuracy(root);
        var sections = new ArrayList<Section>();
        sections.add(new CodeAccuracy(root).section());
        sections.add(new InfrastructureAccuracy(root).section());
        sections.add(secrets.leftovers());
        if (SecretAccuracy.hasTokens(root)) sections.add(secrets.tokens());
        return sections;
    }
}
