package dev.touchstone.cli;

import dev.touchstone.cli.report.BillFile;
import dev.touchstone.cli.report.HtmlReport;
import dev.touchstone.cli.report.JsonReport;
import dev.touchstone.cli.report.SarifReport;
import dev.touchstone.cli.report.ScanFactsOf;
import dev.touchstone.cli.report.Summary;
import dev.touchstone.cli.report.WorkItem;
import dev.touchstone.cli.report.WorkItems;
import dev.touchstone.cli.scan.ScanFolder;
import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.engine.policy.EvaluateGate;
import dev.touchstone.engine.policy.GateDecision;
import dev.touchstone.engine.policy.GateJson;
import dev.touchstone.engine.policy.Policy;
import dev.touchstone.engine.policy.ShippedPack;
import dev.touchstone.engine.policy.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
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

    @Option(names = "--bom", paramLabel = "FILE")
    private @Nullable Path bom;

    @Option(names = "--html", paramLabel = "FILE")
    private @Nullable Path html;

    @Option(names = "--sign", paramLabel = "KEY")
    private @Nullable Path key;

    @Option(names = "--policy", paramLabel = "DIR|FILE")
    private @Nullable Path policy;

    @Option(names = "--stage", paramLabel = "STAGE", defaultValue = "BUILD")
    private Stage stage = Stage.BUILD;

    @Option(names = "--settings", paramLabel = "FILE")
    private @Nullable Path settings;

    @Option(names = "--base", paramLabel = "REF")
    private @Nullable String base;

    @Option(names = "--classpath", paramLabel = "JARS")
    private @Nullable String classpath;

    @Option(names = "--build")
    private boolean build;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--no-cache")
    private boolean forget;

    @Option(names = "--timeout", paramLabel = "MINUTES", defaultValue = "15")
    private int minutes = 15;

    @Option(names = "--memory", paramLabel = "MB", defaultValue = "1536")
    private int megabytes = 1536;

    ScanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
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
        var begun = terminal.clock().instant();
        var result =
                new ScanFolder(terminal)
                        .scan(
                                new ScanFolder.Wish(
                                        folder, settings, base, classpath, minutes, megabytes,
                                        !forget, build));
        var took = Duration.between(begun, terminal.clock().instant()).toSeconds();
        return show(result, rules, took);
    }

    private int show(ScanResult result, Policy rules, long seconds) throws IOException {
        var report = new ByteArrayOutputStream();
        SarifReport.write(result, report);
        if (sarif != null) {
            Files.write(sarif, report.toByteArray());
        }
        var facts =
                new ScanFactsOf(result, terminal.clock().instant(), stage)
                        .facts(Digests.sha256(report.toByteArray()));
        var decision = EvaluateGate.evaluate(rules, facts);
        var json = JSON.readTree(GateJson.write(decision));
        var items = new WorkItems(ShippedPack.ofDefaults().precision()).of(result);
        if (bom != null) {
            BillFile.write(result, bom);
        }
        if (html != null) {
            Files.writeString(html, HtmlReport.of(terminal.texts(), result, items, json));
        }
        new Summary(terminal, all).show(result, items, seconds);
        terminal.line("");
        new ShowDecision(terminal).show(json);
        keep(decision, result.commit());
        object(result, items, decision, json);
        return decision.verdict().exitCode();
    }

    private void keep(GateDecision decision, @Nullable String commit) throws IOException {
        if (decisionFile != null) {
            new LocalStatement(terminal.clock(), folder).write(decision, commit, key, decisionFile);
            terminal.note(key == null ? "scan.unsigned" : "scan.signed", decisionFile);
        }
    }

    private void object(
            ScanResult result, List<WorkItem> items, GateDecision decision, JsonNode json) {
        var object = new LinkedHashMap<String, Object>();
        object.put("verdict", decision.verdict());
        object.putAll(JsonReport.of(result, items));
        object.put("decision", json);
        terminal.object(object);
    }
}
