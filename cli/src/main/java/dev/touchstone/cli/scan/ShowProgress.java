package dev.touchstone.cli.scan;

import dev.touchstone.cli.Terminal;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One line that says how far a scan is and how long it will take: by the bytes that are left at the
 * speed so far, and for a tool that tells nothing by the time it took last.
 */
final class ShowProgress implements Watch, Closeable {

    private static final String REMEMBERED = "durations";
    private static final Duration PAUSE = Duration.ofMillis(200);

    private record State(long work, long done, Instant begun, boolean ended) {}

    private final Terminal terminal;
    private final CacheFolder cache;
    private final Map<String, State> tools = new TreeMap<>();
    private final Map<String, Long> remembered;
    private Instant shown = Instant.EPOCH;

    ShowProgress(Terminal terminal, CacheFolder cache) {
        this.terminal = terminal;
        this.cache = cache;
        this.remembered = remembered(cache);
    }

    @Override
    public synchronized void begins(String tool, long work) {
        tools.put(tool, new State(work, 0, terminal.clock().instant(), false));
        show();
    }

    @Override
    public synchronized void did(String tool, long work) {
        tools.computeIfPresent(
                tool,
                (name, state) ->
                        new State(state.work(), state.done() + work, state.begun(), false));
        show();
    }

    @Override
    public synchronized void ended(String tool) {
        var state = tools.get(tool);
        if (state == null) {
            return;
        }
        var now = terminal.clock().instant();
        remembered.put(tool, Duration.between(state.begun(), now).toMillis());
        tools.put(tool, new State(state.work(), state.work(), state.begun(), true));
        show();
    }

    @Override
    public synchronized void close() {
        if (terminal.isWatched()) {
            terminal.progress("");
        }
        cache.write(
                REMEMBERED,
                remembered.entrySet().stream()
                        .map(each -> each.getKey() + "\t" + each.getValue())
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void show() {
        if (!terminal.isWatched()) {
            return;
        }
        var now = terminal.clock().instant();
        if (Duration.between(shown, now).compareTo(PAUSE) < 0) {
            return;
        }
        shown = now;
        var running =
                tools.entrySet().stream()
                        .filter(each -> !each.getValue().ended())
                        .map(each -> each.getKey() + share(each.getValue()))
                        .collect(Collectors.joining(", "));
        var left =
                tools.entrySet().stream()
                        .filter(each -> !each.getValue().ended())
                        .mapToLong(each -> left(each.getKey(), each.getValue(), now))
                        .max()
                        .orElse(0);
        terminal.progress(
                left < 0
                        ? terminal.text("progress.unknown", running)
                        : terminal.text("progress.left", running, Math.max(1, left / 1000)));
    }

    private static String share(State state) {
        return state.work() == 0 ? "" : " " + 100 * state.done() / state.work() + " %";
    }

    /** Milliseconds that are left; negative when nobody can know. */
    private long left(String tool, State state, Instant now) {
        var took = Duration.between(state.begun(), now).toMillis();
        if (state.done() > 0) {
            return took * (state.work() - state.done()) / state.done();
        }
        var before = remembered.get(tool);
        return before == null ? -1 : Math.max(0, before - took);
    }

    private static Map<String, Long> remembered(CacheFolder cache) {
        var remembered = new TreeMap<String, Long>();
        var bytes = cache.read(REMEMBERED);
        if (bytes == null) {
            return remembered;
        }
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2 && parts[1].matches("[0-9]{1,12}"))
                .forEach(parts -> remembered.put(parts[0], Long.parseLong(parts[1])));
        return remembered;
    }
}
