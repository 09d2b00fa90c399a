package dev.touchstone.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks named on the command line, or all, and prints one table; exit code 1 when a
 * budget is missed.
 */
public final class Bench {

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("gate", new GateBench());
        ALL.put("ledger", new LedgerBenchmark());
        ALL.put("import", new ImportBench());
        ALL.put("scan", new ScanBench());
        ALL.put("list", new ListBench());
        ALL.put("code", new CodeBench());
        ALL.put("secrets", new SecretsBench());
        ALL.put("infrastructure", new InfrastructureBench());
    }

    private Bench() {}

    public static void main(String[] names) throws Exception {
        PrintStream out = System.out;
        var chosen = names.length == 0 ? List.copyOf(ALL.keySet()) : Arrays.asList(names);
        var measurements = new ArrayList<Measurement>();
        for (String name : chosen) {
            var benchmark = ALL.get(name);
            if (benchmark == null) {
                out.println("No benchmark is called " + name + "; there are: " + ALL.keySet());
                System.exit(2);
                return;
            }
            out.println("measuring " + name + " …");
            measurements.addAll(benchmark.measure());
        }
        out.println();
        out.println("| work | measured | limit in the same run | budget | |");
        out.println("| --- | --- | --- | --- | --- |");
        measurements.forEach(measurement -> out.println(measurement.row()));
        System.exit(measurements.stream().allMatch(Measurement::holds) ? 0 : 1);
    }
}
