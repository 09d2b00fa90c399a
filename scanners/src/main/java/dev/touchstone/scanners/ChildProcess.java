package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program to its end or to the end of its time, and leaves none of its processes behind. */
final class ChildProcess {

    /** What became of it. */
    sealed interface End {
        record Exit(int code) implements End {}

        record OutOfTime() implements End {}
    }

    private static final Duration KILLED = Duration.ofSeconds(10);

    private ChildProcess() {}

    /** Its output and its messages go to the log; of our environment it sees next to nothing. */
    static End run(List<String> command, Path folder, Path log, Duration limit)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        var inherited = builder.environment();
        var path = inherited.getOrDefault("PATH", "/usr/bin:/bin");
        inherited.clear();
        inherited.put("PATH", path);
        inherited.put("LC_ALL", "C.UTF-8");
        inherited.put("HOME", folder.toString());
        inherited.put("TMPDIR", folder.toString());
        var process = builder.start();
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new End.Exit(process.exitValue());
            }
            return new End.OutOfTime();
        } finally {
            end(process);
        }
    }

    private static void end(Process process) throws InterruptedException {
        var children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        try {
            CompletableFuture.allOf(
                            children.stream()
                                    .map(ProcessHandle::onExit)
                                    .toArray(CompletableFuture[]::new))
                    .get(KILLED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            // Killed and not gone: it hangs in the kernel, and no wait would help.
        }
    }
}
