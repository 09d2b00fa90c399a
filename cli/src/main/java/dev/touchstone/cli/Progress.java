package dev.touchstone.cli;

import java.time.Duration;
import java.time.Instant;

/** Lines that say what is being done, each with the seconds since make was called. */
final class Progress {

    private final Terminal terminal;
    private final Instant begun;

    Progress(Terminal terminal) {
        this.terminal = terminal;
        var make = terminal.environment("STEP_BEGAN", "");
        this.begun =
                make.matches("[0-9]{1,12}")
                        ? Instant.ofEpochSecond(Long.parseLong(make))
                        : terminal.clock().instant();
    }

    void step(String key, Object... values) {
        var seconds = Duration.between(begun, terminal.clock().instant()).toSeconds();
        terminal.line("%4ds  %s".formatted(seconds, terminal.text(key, values)));
    }
}
