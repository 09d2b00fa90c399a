package dev.touchstone.cli;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.formats.BillReader;
import dev.touchstone.formats.Formats;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.formats.Limits;
import dev.touchstone.formats.Unpacked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what files hold, in any known format, without storing it. */
@Command(name = "read", mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    ReadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var results = new ArrayList<Map<String, Object>>();
        var exit = Exit.PASS;
        for (var file : files) {
            Readable.check(file);
            try (var unpacked = Unpacked.open(file, Limits.DEFAULT)) {
                for (var member : unpacked.members()) {
                    var name =
                            member.name().isEmpty() ? file.toString() : file + "!" + member.name();
                    results.add(read(name, member.file()));
                }
            } catch (InvalidReport invalid) {
                exit = Exit.WRONG_USE;
                results.add(refused(file.toString(), invalid));
            }
        }
        terminal.object(results.size() == 1 ? results.getFirst() : Map.of("files", results));
        return exit;
    }

    private Map<String, Object> read(String name, Path file) throws IOException, InvalidReport {
        var format = Formats.detect(file);
        return format.isBill()
                ? BomCommand.show(terminal, name, BillReader.read(file))
                : show(name, format.title(), ReportFile.readSarif(file));
    }

    private Map<String, Object> show(String name, String format, ReportFile report) {
        for (var run : report.runs()) {
            terminal.say(
                    "read.run",
                    name,
                    format,
                    run.about().tool(),
                    String.valueOf(
                            run.about().toolVersion() == null ? "" : run.about().toolVersion()),
                    run.findings().size(),
                    terminal.text(run.about().complete() ? "word.complete" : "word.partial"));
            run.findings().forEach(finding -> terminal.line("  " + Lines.of(terminal, finding)));
        }
        report.warnings().forEach(fault -> terminal.fault(name, fault));
        var json = new LinkedHashMap<String, Object>();
        json.put("file", name);
        json.put("format", format);
        json.put("tool", report.runs().isEmpty() ? "" : report.runs().getFirst().about().tool());
        json.put("runs", report.runs().stream().map(ReportFile.Run::about).toList());
        json.put("findings", report.findings().stream().map(ReadCommand::json).toList());
        json.put("faults", report.warnings());
        return json;
    }

    private Map<String, Object> refused(String name, InvalidReport invalid) {
        invalid.faults().forEach(fault -> terminal.fault(name, fault));
        terminal.note("read.refused", name);
        return Map.of("file", name, "faults", invalid.faults());
    }

    /** A finding for programs. */
    static Map<String, Object> json(ReportedFinding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", finding.ruleId());
        json.put("severity", finding.severity());
        json.put("title", finding.title());
        json.put("message", finding.message());
        json.put("cwe", finding.cwes());
        var place = finding.primaryLocation();
        if (place != null) {
            json.put("location", Map.of("path", place.path(), "line", place.startLine()));
        }
        return json;
    }
}
