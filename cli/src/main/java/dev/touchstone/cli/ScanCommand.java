package dev.touchstone.cli;

import dev.touchstone.engine.policy.EvaluateGate;
import dev.touchstone.engine.policy.GateJson;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.scanners.ScanOutcome;
import dev.touchstone.scanners.ScanTarget;
import dev.touchstone.scanners.Scanner;
import dev.touchstone.scanners.SpotBugsScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Scans a folder with the embedded scanners and judges what they found. */
@Command(name = "scan", mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of(".");

    @Option(names = "--decision", paramLabel = "FILE")
    private @Nullable Path decisionFile;

    @Option(names = "--sarif", paramLabel = "FILE")
    private @Nullable Path sarif;

    @Option(names = "--sign", paramLabel = "KEY")
    private @Nullable Path key;

    @Option(names = "--policy", paramLabel = "DIR|FILE")
    private @Nullable Path policy;

    @Option(names = "--stage", paramLabel = "STAGE", defaultValue = "BUILD")
    private Stage stage = Stage.BUILD;

    @Option(names = "--classpath", paramLabel = "JARS")
    private @Nullable String classpath;

    @Option(names = "--timeout", paramLabel = "MINUTES", defaultValue = "15")
    private int minutes = 15;

    @Option(names = "--memory", paramLabel = "MB", defaultValue = "1536")
    private int megabytes = 1536;

    ScanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, InvalidReport {
        if (!Files.exists(folder)) {
            throw Trouble.wrongUse("trouble.noFile", folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        if (key != null && decisionFile == null) {
            throw Trouble.wrongUse("trouble.signNeedsDecision");
        }
        var rules = PolicyFile.read(terminal, policy);
        var scanner = scanner();
        var report = sarif == null ? Files.createTempFile("touchstone-", ".sarif") : sarif;
        try {
            terminal.note("scan.begin", scanner.name(), scanner.version(), folder);
            var outcome = scanner.scan(target(), report.toAbsolutePath());
            show(scanner, outcome);
            var facts = new LocalFacts(terminal.clock(), folder, stage);
            var decision = EvaluateGate.evaluate(rules, facts.of(scanner, outcome));
            var json = JSON.readTree(GateJson.write(decision));
            new ShowDecision(terminal).show(json);
            if (decisionFile != null) {
                new LocalStatement(terminal.clock(), folder).write(decision, key, decisionFile);
                terminal.note(key == null ? "scan.unsigned" : "scan.signed", decisionFile);
            }
            var result = new LinkedHashMap<String, Object>();
            result.put("verdict", decision.verdict());
            result.put("scans", List.of(json(scanner, outcome)));
            result.put("decision", json);
            result.put("findings", facts.reported().stream().map(ReadCommand::json).toList());
            terminal.object(result);
            return decision.verdict().exitCode();
        } finally {
            if (sarif == null) {
                Files.deleteIfExists(report);
                Files.deleteIfExists(report.resolveSibling(report.getFileName() + ".log"));
            }
        }
    }

    private Scanner scanner() {
        var home = System.getProperty("touchstone.home", ".");
        return new SpotBugsScanner(
                Path.of(home, "build", "tools", "spotbugs"),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                new SpotBugsScanner.Bounds(Duration.ofMinutes(minutes), megabytes));
    }

    /** The class path that was named, or the one that the build left in {@code classpath.txt}. */
    private ScanTarget target() throws IOException {
        var named = classpath;
        var left = folder.resolve("target").resolve("classpath.txt");
        if (named == null && Files.isReadable(left)) {
            named = Files.readString(left).strip();
        }
        return new ScanTarget(
                folder,
                named == null
                        ? List.of()
                        : Stream.of(named.split(File.pathSeparator))
                                .filter(each -> !each.isBlank())
                                .map(Path::of)
                                .toList());
    }

    private void show(Scanner scanner, ScanOutcome outcome) {
        switch (outcome) {
            case ScanOutcome.Scanned scanned -> {
                terminal.note(
                        "scan.done",
                        scanner.name(),
                        scanned.took().toSeconds(),
                        terminal.text(scanned.complete() ? "word.complete" : "word.partial"));
                scanned.notices()
                        .forEach(
                                notice ->
                                        terminal.note("notice." + notice.kind(), notice.detail()));
            }
            case ScanOutcome.NotRun not ->
                    terminal.note(
                            "scan.notRun",
                            scanner.name(),
                            terminal.text("cause." + not.cause(), not.detail()));
            case ScanOutcome.Failed failed ->
                    terminal.note(
                            "scan.failed",
                            scanner.name(),
                            terminal.text("failure." + failed.failure(), failed.detail()),
                            failed.log());
        }
    }

    private static Map<String, Object> json(Scanner scanner, ScanOutcome outcome) {
        var json = new LinkedHashMap<String, Object>();
        json.put("scanner", scanner.name());
        json.put("version", scanner.version());
        json.put("kind", scanner.kind());
        switch (outcome) {
            case ScanOutcome.Scanned scanned -> {
                json.put("state", "SCANNED");
                json.put("complete", scanned.complete());
                json.put("notices", scanned.notices());
            }
            case ScanOutcome.NotRun not -> {
                json.put("state", "NOT_RUN");
                json.put("cause", not.cause());
                json.put("detail", not.detail());
            }
            case ScanOutcome.Failed failed -> {
                json.put("state", "FAILED");
                json.put("cause", failed.failure());
                json.put("detail", failed.detail());
            }
        }
        return json;
    }
}
