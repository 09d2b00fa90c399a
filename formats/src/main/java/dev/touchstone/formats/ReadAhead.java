package dev.touchstone.formats;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Checks and reads a report on threads of their own while the caller's thread works on what was
 * read already: a large report then takes the time of the slowest of the three, not of all.
 */
public final class ReadAhead {

    private static final int BATCH = 512;
    private static final int WAITING = 32;

    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(WAITING);

    private ReadAhead() {}

    /**
     * Reads as {@link SarifReader#read} does, and calls the sink on this thread.
     *
     * @throws InvalidReport when the file is not valid SARIF 2.1.0; the sink was not called then
     */
    public static List<Fault> sarif(Path file, SarifSink sink) throws IOException, InvalidReport {
        return sarif(file, sink, () -> {});
    }

    /**
     * @param meanwhile done on this thread while the file is checked
     */
    public static List<Fault> sarif(Path file, SarifSink sink, Runnable meanwhile)
            throws IOException, InvalidReport {
        var ahead = new ReadAhead();
        var check = new FutureTask<Boolean>(() -> passes(file));
        Thread checker = Thread.ofPlatform().name("report-checker").daemon().start(check);
        Thread reader =
                Thread.ofPlatform().name("report-reader").daemon().start(() -> ahead.read(file));
        try {
            meanwhile.run();
            check.get();
            return ahead.give(sink);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause() == null ? failed : failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + file.getFileName(), interrupted);
        } finally {
            checker.interrupt();
            reader.interrupt();
        }
    }

    private static boolean passes(Path file) throws IOException, InvalidReport {
        SarifReader.check(file);
        return true;
    }

    private sealed interface Event {}

    private record RunBegins(ReportedRun run) implements Event {}

    private record Found(List<ReportedFinding> findings) implements Event {}

    private record End(List<Fault> warnings) implements Event {}

    private record Failed(Throwable why) implements Event {}

    private List<Fault> give(SarifSink sink)
            throws InterruptedException, IOException, InvalidReport {
        while (true) {
            switch (queue.take()) {
                case RunBegins(ReportedRun run) -> sink.run(run);
                case Found(List<ReportedFinding> findings) -> findings.forEach(sink::finding);
                case End(List<Fault> warnings) -> {
                    return warnings;
                }
                case Failed(Throwable why) -> throw failure(why);
            }
        }
    }

    private static RuntimeException failure(Throwable why) throws IOException, InvalidReport {
        switch (why) {
            case IOException problem -> throw problem;
            case InvalidReport invalid -> throw invalid;
            case RuntimeException problem -> throw problem;
            case Error problem -> throw problem;
            default -> throw new IllegalStateException(why);
        }
    }

    private void read(Path file) {
        try {
            var batches = new Batches();
            List<Fault> warnings = SarifReader.readChecked(file, batches);
            batches.give();
            queue.put(new End(warnings));
        } catch (Throwable why) {
            leave(why);
        }
    }

    /** Nobody takes it when the caller has given up; then there is nobody to tell either. */
    private void leave(Throwable why) {
        try {
            queue.put(new Failed(why));
        } catch (InterruptedException nobodyReads) {
            Thread.currentThread().interrupt();
        }
    }

    /** The caller has given up. */
    private static final class Stopped extends RuntimeException {
        Stopped(InterruptedException cause) {
            super(cause);
        }
    }

    private final class Batches implements SarifSink {

        private @Nullable List<ReportedFinding> batch;

        @Override
        public void run(ReportedRun run) {
            give();
            put(new RunBegins(run));
        }

        @Override
        public void finding(ReportedFinding finding) {
            if (batch == null) batch = new ArrayList<>(BATCH);
            batch.add(finding);
            if (batch.size() == BATCH) give();
        }

        void give() {
            if (batch != null) put(new Found(batch));
            batch = null;
        }

        private void put(Event event) {
            try {
                queue.put(event);
            } catch (InterruptedException stopped) {
                throw new Stopped(stopped);
            }
        }
    }
}
