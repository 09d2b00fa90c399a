package dev.touchstone.bench;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import dev.touchstone.scanners.code.CodeScanner;
import dev.touchstone.scanners.tree.FolderTree;
import dev.touchstone.scanners.tree.ScannedFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The source rules over this repository's own Java, on one core, beside the parser alone. */
final class CodeBench implements Benchmark {

    private static final double BUDGET = 1.0;

    /** On a busy machine the clock would measure the others. */
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    @Override
    public List<Measurement> measure() throws IOException {
        var tree = FolderTree.walk(Path.of("").toAbsolutePath());
        var scanner = new CodeScanner();
        var units =
                scanner.units(tree).stream()
                        .filter(unit -> unit.getFirst().name().endsWith(".java"))
                        .toList();
        double megabytes =
                units.stream().mapToLong(unit -> unit.getFirst().size()).sum() / 1_000_000.0;
        double rules = 0;
        double parser = 0;
        for (int round = 0; round < 3; round++) {
            rules = Math.max(rules, megabytes / scan(tree, scanner, units));
            parser = Math.max(parser, megabytes / parse(tree, units));
        }
        return List.of(
                new Measurement(
                        "%,d rules over %,d Java files, %.1f MB, one core, time of the processor"
                                .formatted(scanner.rules().size(), units.size(), megabytes),
                        rate(rules),
                        rate(parser) + " parser alone",
                        "≥ 1 MB/s",
                        rules >= BUDGET));
    }

    private static double scan(FolderTree tree, CodeScanner scanner, List<List<ScannedFile>> units)
            throws IOException {
        long begun = PROCESSOR.getCurrentThreadCpuTime();
        for (var unit : units) scanner.scan(tree, unit);
        return (PROCESSOR.getCurrentThreadCpuTime() - begun) / 1e9;
    }

    private static double parse(FolderTree tree, List<List<ScannedFile>> units) throws IOException {
        var settings =
                new ParserConfiguration()
                        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25);
        long begun = PROCESSOR.getCurrentThreadCpuTime();
        for (var unit : units) {
            new JavaParser(settings)
                    .parse(new String(tree.read(unit.getFirst()), StandardCharsets.UTF_8));
        }
        return (PROCESSOR.getCurrentThreadCpuTime() - begun) / 1e9;
    }

    private static String rate(double megabytesPerSecond) {
        return String.format(Locale.ROOT, "%.1f MB/s", megabytesPerSecond);
    }
}
