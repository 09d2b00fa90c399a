package dev.touchstone.bench.peers;

import dev.touchstone.bench.SecretSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The secret rules and gitleaks on the same 100 MB and on the same leftovers; writes the table of
 * docs/accuracy.md. Gitleaks is made by its ordinary client (go install) before.
 */
public final class SecretPeers {

    private static final Path PEERS = Path.of("build/peers");
    private static final Path GITLEAKS = PEERS.resolve("gitleaks");
    private static final Path LEFTOVERS = Path.of("samples/leftovers");
    private static final long ENOUGH = 100_000_000;

    private SecretPeers() {}

    public static void main(String[] version) throws Exception {
        Path tree = tree();
        PeerRun ours = ours(tree, PEERS.resolve("ours.tsv"));
        PeerRun theirs = theirs(tree, PEERS.resolve("gitleaks-tree.json"));
        ours(LEFTOVERS, PEERS.resolve("ours-leftovers.tsv"));
        theirs(LEFTOVERS, PEERS.resolve("gitleaks-leftovers.json"));
        var sheet = LeftoverSheet.read(LEFTOVERS.resolve("answers.csv"));
        Set<String> own = linesOf(PEERS.resolve("ours-leftovers.tsv"));
        Set<String> gitleaks = linesOfJson(PEERS.resolve("gitleaks-leftovers.json"));
        String text = speed(ours, theirs, version[0]) + found(sheet, own, gitleaks, version[0]);
        PeersPage.write(Path.of("docs/accuracy.md"), "peers-secrets", text);
        System.out.print(text);
        System.exit(
                ours.seconds() <= theirs.seconds()
                                && sheet.falseLines(own).size() <= sheet.falseLines(gitleaks).size()
                        ? 0
                        : 1);
    }

    private static String speed(PeerRun ours, PeerRun theirs, String version) {
        return "| scanner | 100 MB of source text | processor |\n| --- | --- | --- |\n"
                + String.format(
                        Locale.ROOT,
                        "| Touchstone secrets, with the start of its JVM | %.1f s | %.1f s |%n",
                        ours.seconds(),
                        ours.processor())
                + String.format(
                        Locale.ROOT,
                        "| gitleaks %s | %.1f s | %.1f s |%n",
                        version,
                        theirs.seconds(),
                        theirs.processor());
    }

    private static String found(
            LeftoverSheet sheet, Set<String> own, Set<String> gitleaks, String version) {
        var text =
                new StringBuilder(
                        "\n| scanner on samples/leftovers | risky lines | found | recall | false lines |\n| --- | --- | --- | --- | --- |\n");
        text.append(row("Touchstone secrets", sheet, own))
                .append(row("gitleaks " + version, sheet, gitleaks));
        var onlyTheirs = new TreeSet<>(sheet.found(gitleaks));
        onlyTheirs.removeAll(sheet.found(own));
        var both = new TreeSet<>(sheet.found(own));
        both.retainAll(sheet.found(gitleaks));
        text.append("\nRisky lines that both find: ")
                .append(both.size())
                .append("; only gitleaks: ")
                .append(onlyTheirs.isEmpty() ? "none" : String.join(", ", onlyTheirs));
        text.append(".\nFalse lines of gitleaks: ").append(join(sheet.falseLines(gitleaks)));
        return text.append(".\nFalse lines of ours: ")
                .append(join(sheet.falseLines(own)))
                .append(".\n")
                .toString();
    }

    private static String join(Set<String> lines) {
        return lines.isEmpty() ? "none" : String.join(", ", lines);
    }

    private static String row(String name, LeftoverSheet sheet, Set<String> lines) {
        int found = sheet.found(lines).size();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.3f | %d |%n",
                name,
                sheet.risky().size(),
                found,
                (double) found / sheet.risky().size(),
                sheet.falseLines(lines).size());
    }

    private static PeerRun ours(Path folder, Path output) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return PeerRun.of(
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecretsOfFolder.class.getName(),
                        folder.toString()),
                output);
    }

    private static PeerRun theirs(Path folder, Path report) throws Exception {
        return PeerRun.of(
                List.of(
                        GITLEAKS.toString(),
                        "dir",
                        folder.toString(),
                        "--report-format",
                        "json",
                        "--report-path",
                        report.toString(),
                        "--no-banner",
                        "--exit-code",
                        "0"),
                PEERS.resolve("gitleaks.log"));
    }

    private static Set<String> linesOf(Path output) throws IOException {
        var lines = new TreeSet<String>();
        for (String line : Files.readAllLines(output)) {
            String[] cells = line.split("\t");
            lines.add(cells[0] + ":" + cells[1]);
        }
        return lines;
    }

    private static Set<String> linesOfJson(Path report) throws IOException {
        var lines = new TreeSet<String>();
        for (JsonNode finding : JsonMapper.shared().readTree(Files.readAllBytes(report))) {
            String path =
                    LEFTOVERS
                            .toAbsolutePath()
                            .relativize(Path.of(finding.get("File").asString()).toAbsolutePath())
                            .toString();
            lines.add(path + ":" + Math.max(1, finding.get("StartLine").asInt()));
        }
        return lines;
    }

    /** This repository's own text files, as often as it takes. */
    private static Path tree() throws Exception {
        Path tree = PEERS.resolve("tree");
        if (Files.isDirectory(tree)) {
            try (Stream<Path> old = Files.walk(tree)) {
                for (Path each : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(each);
                }
            }
        }
        var sources = new ArrayList<>(SecretSources.below(Path.of("")));
        long bytes = 0;
        for (int copy = 0; bytes < ENOUGH; copy++) {
            for (Path source : sources) {
                Path target = tree.resolve("copy" + copy).resolve(source);
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
                bytes += Files.size(source);
            }
        }
        return tree;
    }
}
