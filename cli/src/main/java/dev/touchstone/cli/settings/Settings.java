package dev.touchstone.cli.settings;

import dev.touchstone.contract.Severity;
import dev.touchstone.scanners.tree.Exclusions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code touchstone.yml} says.
 *
 * @param exclude null when the file has no such list
 * @param rules by id
 * @param classpath null when the file has no such list
 * @param historyCommits how many commits are searched for secrets; null when not said
 * @param project what is left to the project; only the platform's settings say it
 */
public record Settings(
        @Nullable List<Exclusion> exclude,
        Map<Part, Switch> scanners,
        SortedMap<String, RuleSetting> rules,
        @Nullable List<String> classpath,
        @Nullable Integer historyCommits,
        Allowed project) {

    public static final Settings NONE =
            new Settings(null, Map.of(), new TreeMap<>(), null, null, Allowed.ALL);

    private static final int DEFAULT_HISTORY = 10_000;

    public Settings {
        exclude = exclude == null ? null : List.copyOf(exclude);
        scanners = Map.copyOf(scanners);
        rules = new TreeMap<>(rules);
        classpath = classpath == null ? null : List.copyOf(classpath);
    }

    /** A part of a scan that can be switched off. */
    public enum Part {
        BYTECODE,
        SECRETS,
        HISTORY,
        INFRASTRUCTURE,
        CODE,
        BILL;

        /** The word in the file. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Files that are not looked at. */
    public record Exclusion(List<PathPattern> paths, String reason) {
        public Exclusion {
            paths = List.copyOf(paths);
        }
    }

    /** Whether a part runs, and why not. */
    public record Switch(boolean on, String reason) {}

    /**
     * @param severity replaces the rule's own; null leaves it
     */
    public record RuleSetting(boolean off, @Nullable Severity severity, String reason) {}

    /** What the platform leaves to the project. */
    public record Allowed(boolean settings, boolean inlineIgnores) {
        public static final Allowed ALL = new Allowed(true, true);
    }

    public Exclusions exclusions() {
        var all = exclude == null ? List.<Exclusion>of() : exclude;
        return path ->
                all.stream()
                        .filter(each -> each.paths().stream().anyMatch(one -> one.matches(path)))
                        .map(Exclusion::reason)
                        .findFirst();
    }

    /** Why the part does not run; empty when it does. */
    public Optional<String> off(Part part) {
        var set = scanners.get(part);
        return set == null || set.on() ? Optional.empty() : Optional.of(set.reason());
    }

    public Optional<RuleSetting> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    public int commits() {
        return historyCommits == null ? DEFAULT_HISTORY : historyCommits;
    }

    /** Rules that are off or graded otherwise. */
    public int rulesChanged() {
        return rules.size();
    }

    /** These settings, and where they say nothing what the project says. */
    Settings over(Settings other) {
        var joinedParts = new TreeMap<>(other.scanners);
        joinedParts.putAll(scanners);
        var joinedRules = new TreeMap<>(other.rules);
        joinedRules.putAll(rules);
        return new Settings(
                exclude == null ? other.exclude : exclude,
                joinedParts,
                joinedRules,
                classpath == null ? other.classpath : classpath,
                historyCommits == null ? other.historyCommits : historyCommits,
                project);
    }

    /** Each setting as one line, so that two files can be compared. */
    public SortedSet<String> lines() {
        var lines = new TreeSet<String>();
        for (var each : exclude == null ? List.<Exclusion>of() : exclude) {
            each.paths().forEach(path -> lines.add("exclude " + path.text()));
        }
        scanners.forEach(
                (part, set) -> lines.add("scanner " + part.word() + (set.on() ? " on" : " off")));
        rules.forEach(
                (id, set) ->
                        lines.add(
                                "rule "
                                        + id
                                        + (set.off() ? " off" : "")
                                        + (set.severity() == null ? "" : " " + set.severity())));
        for (var jar : classpath == null ? List.<String>of() : classpath) {
            lines.add("classpath " + jar);
        }
        if (historyCommits != null) {
            lines.add("history " + historyCommits + " commits");
        }
        return lines;
    }

    /** What another file adds ({@code +}) and takes away ({@code -}). */
    List<String> differences(Settings other) {
        var before = lines();
        var after = other.lines();
        var differences = new ArrayList<String>();
        after.stream()
                .filter(each -> !before.contains(each))
                .map("+ "::concat)
                .forEach(differences::add);
        before.stream()
                .filter(each -> !after.contains(each))
                .map("- "::concat)
                .forEach(differences::add);
        return differences;
    }
}
