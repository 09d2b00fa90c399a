package dev.touchstone.cli;

import dev.touchstone.contract.Fault;
import dev.touchstone.engine.policy.Text;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** What a command reads and writes besides files: streams, words, environment, time. */
public final class Terminal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What a terminal would act on, or what turns the order of words: names and texts of others.
     */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{IsControl}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\n\t]]");

    private final PrintStream out;
    private final PrintStream err;
    private final Texts texts;
    private final Map<String, String> environment;
    private final Clock clock;
    private boolean json;

    public Terminal(
            PrintStream out,
            PrintStream err,
            Texts texts,
            Map<String, String> environment,
            Clock clock) {
        this.out = out;
        this.err = err;
        this.texts = texts;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** The same words and time for a command that is run as a part of this one. */
    public Terminal with(PrintStream otherOut, Map<String, String> otherEnvironment) {
        return new Terminal(otherOut, err, texts, otherEnvironment, clock);
    }

    /** From now on standard output carries one JSON object and nothing else. */
    public void useJson() {
        json = true;
    }

    public boolean isJson() {
        return json;
    }

    public Texts texts() {
        return texts;
    }

    public Clock clock() {
        return clock;
    }

    public PrintStream out() {
        return out;
    }

    public String text(String key, Object... values) {
        return texts.get(key, values);
    }

    public String text(Text both) {
        return both.in(texts.languageTag());
    }

    /** A result for people; silent when a program reads. */
    public void say(String key, Object... values) {
        line(text(key, values));
    }

    /** A line of a result that is no text of the bundle, such as a path. */
    public void line(String line) {
        if (!json) {
            out.println(shown(line));
        }
    }

    /** A message beside the result. */
    public void note(String key, Object... values) {
        err.println(shown(text(key, values)));
    }

    public void fault(String where, Fault fault) {
        err.println(
                shown(
                        where
                                + (fault.place().isEmpty() ? "" : ":" + fault.place())
                                + ": "
                                + text("fault." + fault.level())
                                + ": "
                                + fault.message()));
    }

    /** Columns of the terminal; 0 when the result goes into a file or a pipe. */
    public int columns() {
        var columns = environment("TOUCHSTONE_COLUMNS", "");
        return columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : 0;
    }

    /** Whether a person watches the messages beside the result. */
    public boolean isWatched() {
        return !environment("TOUCHSTONE_WATCHED", "").isEmpty();
    }

    public boolean hasColours() {
        return columns() > 0
                && environment("NO_COLOR", "").isEmpty()
                && !environment("TERM", "").equals("dumb");
    }

    /** Begins a line whose parts look differently. */
    public StyledLine styled() {
        return new StyledLine(this);
    }

    /** A line that was made safe already. */
    void printReady(String line) {
        if (!json) {
            out.println(line);
        }
    }

    /** Writes over the last message; for a person who watches. */
    public void progress(String line) {
        err.print("\r\u001B[2K" + shown(line).replace('\n', ' '));
        err.flush();
    }

    static String shown(String text) {
        return UNSEEN.matcher(text).replaceAll("\uFFFD");
    }

    /** The one object for programs; silent when a person reads. */
    public void object(Object value) {
        if (json) {
            out.println(JSON.writeValueAsString(value));
        }
    }

    public String environment(String name, String otherwise) {
        var value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** Folder for what this person trusts and remembers. */
    public Path configuration() {
        var xdg = environment("XDG_CONFIG_HOME", "");
        var base =
                xdg.isEmpty() ? Path.of(environment("HOME", ".")).resolve(".config") : Path.of(xdg);
        return base.resolve("touchstone");
    }
}
