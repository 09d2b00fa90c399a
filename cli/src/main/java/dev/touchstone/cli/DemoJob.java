package dev.touchstone.cli;

import dev.touchstone.cli.DemoCommand.DemoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Scans, uploads, asks the gate and verifies: first the weak version, then the mended one. */
final class DemoJob {

    private static final String LINE = "main";

    private final Terminal terminal;
    private final Progress progress;
    private final Path home;
    private final DemoFiles files;
    private final Path work;
    private final Map<String, String> environment;

    DemoJob(Terminal terminal, Progress progress, Path home, DemoFiles files, String address) {
        this.terminal = terminal;
        this.progress = progress;
        this.home = home;
        this.files = files;
        this.work = home.resolve("build").resolve("demo");
        this.environment = new LinkedHashMap<>(terminal.environment());
        environment.put("TOUCHSTONE_URL", address);
        environment.put("TOUCHSTONE_TOKEN_FILE", files.token().toString());
    }

    /** Whether the weak version was blocked, the mended one was not, and both decisions verify. */
    boolean run(JsonNode keys) throws IOException {
        Files.createDirectories(work);
        var history = SampleHistory.make(home.resolve("samples/mobile-bank"), work);
        files.writePrivate(files.key(), current(keys).path("pem").asString("") + "\n");
        var weak = judge("weak", history.weak(), history.folder());
        var mended = judge("mended", history.mended(), history.folder());
        progress.step("demo.verifying");
        var proven = verify("weak") & verify("mended");
        return weak == Exit.BLOCKED && mended == Exit.PASS && proven;
    }

    private static JsonNode current(JsonNode keys) {
        for (var key : keys.path("items")) {
            if (key.path("current").asBoolean(false)) {
                return key;
            }
        }
        return keys.path("items").path(0);
    }

    private int judge(String version, String commit, Path repository) throws IOException {
        var folder = home.resolve("samples/mobile-bank").resolve(version);
        var report = work.resolve(version + ".sarif");
        progress.step("demo.scanning." + version);
        quietly("scan", folder.toString(), "--sarif", report.toString(), "--json");
        progress.step("demo.uploading");
        expect(
                show(
                        "upload",
                        report.toString(),
                        "--app",
                        DemoOrganisation.APPLICATION,
                        "--line",
                        LINE,
                        "--line-kind",
                        "BRANCH",
                        "--commit",
                        commit,
                        "--repository",
                        repository.toString(),
                        "--wait"));
        progress.step("demo.asking");
        var exit =
                show(
                        "gate",
                        "--app",
                        DemoOrganisation.APPLICATION,
                        "--stage",
                        "BUILD",
                        "--commit",
                        commit,
                        "--line",
                        LINE,
                        "--statement",
                        statement(version).toString());
        terminal.say("demo.exit", exit);
        return exit;
    }

    private boolean verify(String version) {
        return show("verify", statement(version).toString(), "--key", files.key().toString())
                == Exit.PASS;
    }

    private Path statement(String version) {
        return work.resolve(version + ".decision.json");
    }

    /** Runs a command of this program, named first so that a person can do the same. */
    private int show(String... arguments) {
        terminal.line("       $ touchstone " + String.join(" ", shortened(List.of(arguments))));
        return Touchstone.run(child(terminal.out()), arguments);
    }

    private void quietly(String... arguments) {
        terminal.line("       $ touchstone " + String.join(" ", shortened(List.of(arguments))));
        var exit =
                Touchstone.run(
                        child(new java.io.PrintStream(java.io.OutputStream.nullOutputStream())),
                        arguments);
        if (exit == Exit.WRONG_USE) {
            throw new Trouble(exit, "demo.stepFailed");
        }
    }

    private Terminal child(java.io.PrintStream out) {
        return terminal.with(out, environment);
    }

    private List<String> shortened(List<String> arguments) {
        return arguments.stream()
                .map(
                        each ->
                                each.startsWith(home + "/")
                                        ? each.substring(home.toString().length() + 1)
                                        : each)
                .toList();
    }

    private static void expect(int exit) {
        if (exit != Exit.PASS) {
            throw new Trouble(exit, "demo.stepFailed");
        }
    }
}
