package dev.touchstone.cli;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.EvaluateGate;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.FactsReader;
import dev.touchstone.engine.policy.FactsReading;
import dev.touchstone.engine.policy.GateJson;
import dev.touchstone.engine.policy.Policy;
import dev.touchstone.engine.policy.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a gate decision: the platform, or offline by a policy and facts in files. */
@Command(name = "gate", mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;

    @Option(names = "--offline")
    private boolean offline;

    @Option(names = "--policy", paramLabel = "DIR|FILE")
    private @Nullable Path policy;

    @Option(names = "--facts", arity = "1..*", paramLabel = "FILE")
    private List<Path> facts = List.of();

    @Option(names = "--app", paramLabel = "KEY")
    private @Nullable String application;

    @Option(names = "--stage", paramLabel = "STAGE")
    private @Nullable Stage stage;

    @Option(names = "--commit", paramLabel = "SHA")
    private @Nullable String commit;

    @Option(names = "--line", paramLabel = "NAME")
    private @Nullable String line;

    @Option(names = "--statement", paramLabel = "FILE")
    private @Nullable Path statement;

    GateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return offline ? decideHere() : askPlatform();
    }

    private int askPlatform() throws IOException {
        if (application == null || stage == null || commit == null) {
            throw Trouble.wrongUse("trouble.gateNeeds");
        }
        var platform = Platform.from(terminal);
        var body = new LinkedHashMap<String, Object>();
        body.put("application", application);
        body.put("stage", stage);
        body.put("commit", commit);
        if (line != null) {
            body.put("line", line);
        }
        var decision = platform.post("/gates/decisions", body);
        if (statement != null) {
            Files.write(
                    statement,
                    platform.bytes(
                            "/gates/decisions/" + decision.path("id").asString("") + "/statement"));
        }
        new ShowDecision(terminal).show(decision);
        terminal.object(decision);
        return Verdict.valueOf(decision.path("verdict").asString("NO_DATA")).exitCode();
    }

    private int decideHere() throws IOException {
        if (facts.isEmpty()) {
            throw Trouble.wrongUse("trouble.offlineNeeds");
        }
        var chosen = PolicyFile.read(terminal, policy);
        var decisions = new ArrayList<JsonNode>();
        var exit = Exit.PASS;
        for (var file : facts) {
            for (var text : documents(file)) {
                exit = worse(exit, decide(chosen, file, text, decisions));
            }
        }
        terminal.object(
                decisions.size() == 1 ? decisions.getFirst() : Map.of("decisions", decisions));
        return exit;
    }

    private int decide(Policy chosen, Path file, String text, List<JsonNode> decisions) {
        return switch (new FactsReader().read(text)) {
            case FactsReading.Accepted(Facts known) -> {
                var decision = EvaluateGate.evaluate(chosen, known);
                var json = JSON.readTree(GateJson.write(decision));
                decisions.add(json);
                new ShowDecision(terminal).show(json);
                yield decision.verdict().exitCode();
            }
            case FactsReading.Refused refused -> {
                refused.faults().forEach(fault -> terminal.fault(file.toString(), fault));
                decisions.add(JSON.valueToTree(Map.of("faults", refused.faults())));
                yield Exit.WRONG_USE;
            }
        };
    }

    /** One document, or one per line in a file that ends in {@code .jsonl}. */
    private static List<String> documents(Path file) throws IOException {
        var text = Readable.text(file);
        return file.toString().endsWith(".jsonl")
                ? text.lines().filter(each -> !each.isBlank()).toList()
                : List.of(text);
    }

    /** Unreadable facts outweigh a block, a block outweighs missing data. */
    private static int worse(int one, int other) {
        var order = List.of(Exit.PASS, Exit.NO_DATA, Exit.BLOCKED, Exit.WRONG_USE);
        return order.indexOf(one) >= order.indexOf(other) ? one : other;
    }
}
