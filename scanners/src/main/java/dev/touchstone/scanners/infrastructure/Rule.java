package dev.touchstone.scanners.infrastructure;

import dev.cel.runtime.CelRuntime;
import dev.touchstone.scanners.ScannerRule;
import java.util.List;
import java.util.function.Supplier;

/**
 * A rule with its condition.
 *
 * @param on types of resources that it is asked about
 * @param each paths of the parts that it is asked about one by one; empty when about the whole
 * @param condition true where there is a fault; compiled when it is first asked
 * @param at paths of what a finding points to, below the part; the first that is there
 * @param maps ids of the corpus's check that looks for the same fault
 * @param file name of the file that the examples stand for
 */
record Rule(
        ScannerRule text,
        List<String> on,
        List<String> each,
        Supplier<CelRuntime.Program> condition,
        List<String> at,
        List<String> maps,
        String file) {

    Rule {
        on = List.copyOf(on);
        each = List.copyOf(each);
        at = List.copyOf(at);
        maps = List.copyOf(maps);
    }
}
