package dev.touchstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Gives reports to the platform. */
@Command(name = "upload", mixinStandardHelpOptions = true)
final class UploadCommand implements Callable<Integer> {

    /** What a line is. */
    enum LineKind {
        BRANCH,
        RELEASE,
        MERGE_REQUEST
    }

    private static final int WAIT_SECONDS = 60;

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--app", required = true, paramLabel = "KEY")
    private String application = "";

    @Option(names = "--line", required = true, paramLabel = "NAME")
    private String line = "";

    @Option(names = "--line-kind", paramLabel = "KIND")
    private @Nullable LineKind lineKind;

    @Option(names = "--base", paramLabel = "NAME")
    private @Nullable String base;

    @Option(names = "--commit", required = true, paramLabel = "SHA")
    private String commit = "";

    @Option(names = "--repository", paramLabel = "DIR", defaultValue = ".")
    private Path repository = Path.of(".");

    @Option(names = "--partial")
    private boolean partial;

    @Option(names = "--wait")
    private boolean wait;

    UploadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        for (var file : files) {
            Readable.check(file);
        }
        var platform = Platform.from(terminal);
        var about = about();
        var receipts = new ArrayList<JsonNode>();
        var exit = Exit.PASS;
        for (var file : files) {
            var scope = UploadedScope.of(file);
            var told = new LinkedHashMap<>(about);
            if (!scope.isEmpty()) {
                told.put("scope", scope);
            }
            var receipt = send(platform, told, file);
            receipts.add(receipt);
            if (receipt.path("state").asString("").equals("REFUSED")) {
                exit = Exit.WRONG_USE;
            }
        }
        terminal.object(receipts.size() == 1 ? receipts.getFirst() : Map.of("receipts", receipts));
        return exit;
    }

    private JsonNode send(Platform platform, Map<String, Object> about, Path file)
            throws IOException {
        var key = Digests.sha256(file, about.toString());
        var receipt =
                platform.upload(
                        "/reports" + (wait ? "?wait=" + WAIT_SECONDS : ""), about, file, key);
        show(file, receipt);
        return receipt;
    }

    private void show(Path file, JsonNode receipt) {
        var counts = receipt.path("counts");
        terminal.say(
                "upload.receipt",
                file,
                receipt.path("id").asString(""),
                receipt.path("run").asString("-"),
                terminal.text("upload.state." + receipt.path("state").asString("ACKNOWLEDGED")));
        if (counts.isObject()) {
            terminal.say(
                    "upload.counts",
                    counts.path("new").asInt(),
                    counts.path("seenAgain").asInt(),
                    counts.path("reopened").asInt(),
                    counts.path("gone").asInt(),
                    counts.path("notJudged").asInt());
        }
        for (var fault : receipt.path("faults")) {
            terminal.note(
                    "upload.fault",
                    file,
                    fault.path("place").asString(""),
                    fault.path("message").asString(""));
        }
    }

    private Map<String, Object> about() {
        var git = new GitHistory(repository);
        var full = git.resolve(commit).orElse(commit);
        var about = new LinkedHashMap<String, Object>();
        about.put("application", application);
        about.put("line", line);
        if (lineKind != null) {
            about.put("lineKind", lineKind.name());
        }
        if (base != null) {
            about.put("base", base);
        }
        about.put("commit", full);
        about.put("ancestors", git.ancestors(full));
        about.put("renames", git.renames(full));
        if (partial) {
            about.put("complete", false);
        }
        return about;
    }
}
