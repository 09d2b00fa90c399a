package dev.touchstone.bench.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param seconds by the clock, with its start
 * @param processor seconds of all cores, as last seen before its end
 */
record PeerRun(double seconds, double processor) {

    /**
     * @param output where its standard output goes
     */
    static PeerRun of(List<String> command, Path output) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Duration used = Duration.ZERO;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            used = process.info().totalCpuDuration().orElse(used);
        }
        return new PeerRun((System.nanoTime() - start) / 1e9, used.toMillis() / 1e3);
    }
}
