package dev.touchstone.bench.peers;

import dev.touchstone.bench.InfrastructureBench;
import dev.touchstone.scanners.infrastructure.InfrastructureScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The infrastructure rules and checkov on the same 500 files and on the deployments of the samples;
 * writes the table of docs/accuracy.md. Checkov is installed by its ordinary client (pip) before.
 */
public final class InfrastructurePeers {

    private static final Path PEERS = Path.of("build/peers");
    private static final Path CHECKOV = PEERS.resolve("checkov/bin/checkov");
    private static final List<Path> SAMPLES =
            List.of(
                    Path.of("samples/mobile-bank/weak/deploy"),
                    Path.of("samples/mobile-bank/mended/deploy"));
    private static final int FILES = 500;

    private InfrastructurePeers() {}

    /** A finding of ours, with the checks of the peer that look for the same fault. */
    private record Ours(String path, int line, String rule, Set<String> checks) {

        boolean is(CheckovReport.Row row) {
            return checks.contains(row.check())
                    && path.equals(row.path())
                    && line >= row.from()
                    && line <= row.to();
        }
    }

    public static void main(String[] version) throws Exception {
        Path tree = tree();
        PeerRun ours = ours(tree, PEERS.resolve("ours-infrastructure.tsv"));
        PeerRun theirs = theirs(tree, PEERS.resolve("checkov-tree.json"));
        var text = new StringBuilder(speed(ours, theirs, version[0]));
        var mapped = mapped();
        for (Path sample : SAMPLES) text.append(compared(sample, mapped, version[0]));
        PeersPage.write(Path.of("docs/accuracy.md"), "peers-infrastructure", text.toString());
        System.out.print(text);
        System.exit(ours.seconds() <= theirs.seconds() ? 0 : 1);
    }

    private static String speed(PeerRun ours, PeerRun theirs, String version) {
        return String.format(
                Locale.ROOT,
                "| scanner | 500 files | processor |%n| --- | --- | --- |%n"
                        + "| Touchstone infrastructure, with the start of its JVM | %.1f s | %.1f s |%n"
                        + "| checkov %s | %.1f s | %.1f s |%n",
                ours.seconds(),
                ours.processor(),
                version,
                theirs.seconds(),
                theirs.processor());
    }

    private static String compared(Path folder, Set<String> mapped, String version)
            throws Exception {
        String name = folder.toString().replace('\\', '/');
        Path own = PEERS.resolve("ours-" + name.replace('/', '-') + ".tsv");
        Path report = PEERS.resolve("checkov-" + name.replace('/', '-') + ".json");
        ours(folder, own);
        theirs(folder, report);
        List<Ours> findings = read(own);
        List<CheckovReport.Row> rows = CheckovReport.read(report, folder);
        var matched = new HashSet<Ours>();
        int both = 0;
        var onlyTheirs = new TreeMap<String, Set<String>>();
        var unmapped = new TreeMap<String, Integer>();
        for (CheckovReport.Row row : rows) {
            var same = findings.stream().filter(each -> each.is(row)).toList();
            if (!same.isEmpty()) {
                both++;
                matched.addAll(same);
            } else if (mapped.contains(row.check())) {
                onlyTheirs
                        .computeIfAbsent(row.check(), _ -> new LinkedHashSet<>())
                        .add(row.path() + ":" + row.from());
            } else {
                unmapped.merge(row.check(), 1, Integer::sum);
            }
        }
        var onlyOurs = new TreeMap<String, Set<String>>();
        findings.stream()
                .filter(each -> !matched.contains(each))
                .forEach(
                        each ->
                                onlyOurs.computeIfAbsent(each.rule(), _ -> new LinkedHashSet<>())
                                        .add(each.path() + ":" + each.line()));
        return String.format(
                        Locale.ROOT,
                        "%n`%s`: %d findings of ours, %d of checkov %s; %d of checkov's are ours too.%n",
                        name,
                        findings.size(),
                        rows.size(),
                        version,
                        both)
                + listed("Only checkov, of checks that we map", onlyTheirs)
                + String.format(
                        Locale.ROOT,
                        "%nOnly checkov, of checks that we do not have: %s.%n",
                        unmapped.isEmpty() ? "none" : String.join(", ", unmapped.keySet()))
                + listed("Only ours", onlyOurs);
    }

    private static String listed(String title, TreeMap<String, Set<String>> places) {
        if (places.isEmpty()) return "\n" + title + ": none.\n";
        var lines = new ArrayList<String>();
        places.forEach((rule, where) -> lines.add("- " + rule + " " + String.join(", ", where)));
        return "\n" + title + ":\n\n" + String.join("\n", lines) + "\n";
    }

    private static Set<String> mapped() {
        var scanner = new InfrastructureScanner();
        var mapped = new HashSet<String>();
        scanner.rules().forEach(rule -> mapped.addAll(scanner.sameAs(rule.id())));
        return mapped;
    }

    private static List<Ours> read(Path output) throws IOException {
        return Files.readAllLines(output).stream()
                .map(line -> line.split("\t", -1))
                .map(
                        cells ->
                                new Ours(
                                        cells[0],
                                        Integer.parseInt(cells[1]),
                                        cells[2],
                                        Set.copyOf(Arrays.asList(cells[3].split(",")))))
                .toList();
    }

    private static PeerRun ours(Path folder, Path output) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return PeerRun.of(
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        InfrastructureOfFolder.class.getName(),
                        folder.toString()),
                output);
    }

    private static PeerRun theirs(Path folder, Path report) throws Exception {
        return PeerRun.of(
                List.of(
                        CHECKOV.toString(),
                        "--directory",
                        folder.toString(),
                        "--framework",
                        "terraform",
                        "kubernetes",
                        "dockerfile",
                        "helm",
                        "--output",
                        "json",
                        "--compact",
                        "--quiet",
                        "--skip-download",
                        "--soft-fail"),
                report);
    }

    private static Path tree() throws IOException {
        Path tree = PEERS.resolve("tree-infrastructure");
        if (Files.isDirectory(tree)) {
            try (Stream<Path> old = Files.walk(tree)) {
                for (Path each : old.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(each);
            }
        }
        for (var entry : InfrastructureBench.texts(FILES).entrySet()) {
            Path file = tree.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
        return tree;
    }
}
