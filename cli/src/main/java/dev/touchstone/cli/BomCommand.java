package dev.touchstone.cli;

import dev.touchstone.contract.Bill;
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

/** Checks bills of materials. */
@Command(name = "bom", mixinStandardHelpOptions = true)
final class BomCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    BomCommand(Terminal terminal) {
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
                    if (!Formats.detect(member.file()).isBill()) {
                        throw Trouble.wrongUse("trouble.noBill", file);
                    }
                    results.add(show(terminal, file.toString(), BillReader.read(member.file())));
                }
            } catch (InvalidReport invalid) {
                exit = Exit.WRONG_USE;
                invalid.faults().forEach(fault -> terminal.fault(file.toString(), fault));
                terminal.note("read.refused", file);
                results.add(Map.of("file", file.toString(), "faults", invalid.faults()));
            }
        }
        terminal.object(results.size() == 1 ? results.getFirst() : Map.of("files", results));
        return exit;
    }

    static Map<String, Object> show(Terminal terminal, String name, Bill bill) {
        var nameless = bill.components().stream().filter(c -> c.purl() == null).count();
        terminal.say("bom.summary", name, bill.format(), bill.components().size(), nameless);
        bill.faults().forEach(fault -> terminal.fault(name, fault));
        var json = new LinkedHashMap<String, Object>();
        json.put("file", name);
        json.put("format", bill.format());
        json.put("components", bill.components());
        json.put("faults", bill.faults());
        return json;
    }
}
