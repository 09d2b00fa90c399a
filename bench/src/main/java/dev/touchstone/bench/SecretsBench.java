package dev.touchstone.bench;

import dev.touchstone.scanners.secrets.SecretScanner;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Looking for secrets in ordinary source text, on one core, beside reading the same files. */
final class SecretsBench implements Benchmark {

    private static final int BUDGET = 10;
    private static final int ROUNDS = 12;
    private static final SecretScanner SCANNER = new SecretScanner();

    @Override
    public List<Measurement> measure() throws Exception {
        var files = SecretSources.below(Path.of(""));
        var contents = new TreeMap<String, byte[]>();
        for (Path file : files) {
            contents.put(file.toString(), Files.readAllBytes(file));
        }
        double megabytes = contents.values().stream().mapToLong(bytes -> bytes.length).sum() / 1e6;
        double best = Double.MAX_VALUE;
        double reading = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            reading = Math.min(reading, seconds(() -> readAll(files)));
            best = Math.min(best, seconds(() -> scan(contents)));
        }
        double rate = megabytes / best;
        return List.of(
                new Measurement(
                        String.format(
                                Locale.ROOT,
                                "secrets in %,d files, %.1f MB of source text, one core",
                                files.size(),
                                megabytes),
                        String.format(Locale.ROOT, "%.1f MB/s", rate),
                        String.format(Locale.ROOT, "%.0f MB/s reading them", megabytes / reading),
                        "≥ " + BUDGET + " MB/s",
                        rate >= BUDGET));
    }

    private static void scan(Map<String, byte[]> contents) throws Exception {
        var tree = new TreeInMemory(Path.of("/in-memory"), contents, List.of());
        for (var unit : SCANNER.units(tree)) {
            SCANNER.scan(tree, unit);
        }
    }

    private static void readAll(List<Path> files) throws Exception {
        for (Path file : files) {
            Files.readAllBytes(file);
        }
    }

    /** Seconds of the processor, which another program on the machine does not change much. */
    private static double seconds(Work work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private interface Work {
        void run() throws Exception;
    }
}
