package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person typed, and what came of it; everything runs in this process. */
record Typed(int exit, String out, String err) {

    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /** A shell of one person, with a home of its own. */
    record Shell(Path home, Map<String, String> environment) {

        static Shell in(Path home) {
            return new Shell(home, Map.of("HOME", home.toString(), "LANG", "en_GB.UTF-8"));
        }

        Shell with(String name, Object value) {
            var more = new LinkedHashMap<>(environment);
            more.put(name, value.toString());
            return new Shell(home, more);
        }

        Typed type(Object... words) {
            var arguments = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            var terminal =
                    new Terminal(
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            Texts.chosen(arguments, environment),
                            environment,
                            Clock.fixed(NOON, ZoneOffset.UTC));
            var exit = Touchstone.run(terminal, arguments);
            return new Typed(
                    exit,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        }
    }

    /** The one object on standard output. */
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** Ended with the code, said something, and showed nobody the inside of the program. */
    Typed ended(int code) {
        assertThat(err + out).doesNotContain("\tat ", "Exception", "dev.touchstone");
        assertThat(exit).as(err + out).isEqualTo(code);
        return this;
    }

    /** Refused for a reason that names the thing. */
    void refused(int code, Object... named) {
        ended(code);
        assertThat(err).contains(Arrays.stream(named).map(Object::toString).toArray(String[]::new));
    }
}
