package dev.touchstone.cli.settings;

import dev.touchstone.cli.settings.Settings.Allowed;
import dev.touchstone.cli.settings.Settings.Exclusion;
import dev.touchstone.cli.settings.Settings.Part;
import dev.touchstone.cli.settings.Settings.RuleSetting;
import dev.touchstone.cli.settings.Settings.Switch;
import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.YamlTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code touchstone.yml}; see docs/formats/touchstone.schema.json. */
public final class SettingsReader {

    private static final int MOST_COMMITS = 1_000_000;
    private static final int LONGEST_PATTERN = 300;
    private static final Set<String> FIELDS =
            Set.of("exclude", "scanners", "rules", "classpath", "history");

    private final YamlTree tree = new YamlTree("the file");
    private final boolean ofPlatform;

    private SettingsReader(boolean ofPlatform) {
        this.ofPlatform = ofPlatform;
    }

    /**
     * Never throws for a wrong text.
     *
     * @param ofPlatform whether the text may also say what is left to the project
     */
    public static SettingsReading read(String yaml, boolean ofPlatform) {
        var reader = new SettingsReader(ofPlatform);
        var settings = reader.settings(yaml);
        return reader.tree.faults().isEmpty()
                ? new SettingsReading.Accepted(settings)
                : new SettingsReading.Refused(reader.tree.faults());
    }

    private Settings settings(String yaml) {
        var onlyComments =
                yaml.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
        var root = onlyComments ? null : tree.parse(yaml);
        if (root == null) {
            return Settings.NONE;
        }
        var fields = tree.fields(root, "the file", known());
        var exclude = fields.get("exclude");
        var classpath = fields.get("classpath");
        return new Settings(
                exclude == null ? null : exclusions(exclude),
                scanners(fields.get("scanners")),
                rules(fields.get("rules")),
                classpath == null ? null : texts(classpath, "classpath"),
                commits(fields.get("history")),
                allowed(fields.get("project")));
    }

    private Set<String> known() {
        return ofPlatform
                ? Stream.concat(FIELDS.stream(), Stream.of("project"))
                        .collect(Collectors.toUnmodifiableSet())
                : FIELDS;
    }

    private List<Exclusion> exclusions(Node node) {
        var exclusions = new ArrayList<Exclusion>();
        for (var item : tree.items(node, "exclude")) {
            var fields = tree.fields(item, "an exclusion", Set.of("paths", "reason"));
            var paths = fields.get("paths");
            if (paths == null) {
                tree.fault(item, "an exclusion needs paths: a list of patterns");
                continue;
            }
            exclusions.add(
                    new Exclusion(
                            tree.items(paths, "paths").stream().flatMap(this::pattern).toList(),
                            reason(item, fields, "an exclusion")));
        }
        return exclusions;
    }

    private Stream<PathPattern> pattern(Node node) {
        var text = tree.text(node, "a pattern");
        if (text == null) {
            return Stream.empty();
        }
        if (text.startsWith("/") || text.contains("..") || text.length() > LONGEST_PATTERN) {
            tree.fault(
                    node,
                    "a pattern is relative to the folder that is scanned, has no .. and at most "
                            + LONGEST_PATTERN
                            + " characters");
        }
        return Stream.of(new PathPattern(text.startsWith("./") ? text.substring(2) : text));
    }

    private Map<Part, Switch> scanners(@Nullable Node node) {
        var scanners = new EnumMap<Part, Switch>(Part.class);
        if (node == null) {
            return scanners;
        }
        var words = Stream.of(Part.values()).map(Part::word).collect(Collectors.toSet());
        tree.fields(node, "scanners", words)
                .forEach(
                        (word, value) -> {
                            var part = Part.valueOf(word.toUpperCase(java.util.Locale.ROOT));
                            scanners.put(part, turned(word, value));
                        });
        return scanners;
    }

    private Switch turned(String word, Node value) {
        var fields = tree.fields(value, "scanner " + word, Set.of("enabled", "reason"));
        var enabled = fields.get("enabled");
        if (enabled == null) {
            tree.fault(value, "scanner " + word + " needs enabled: true or false");
            return new Switch(true, "");
        }
        var flag = tree.flag(enabled, "enabled");
        if (flag == null || flag) {
            return new Switch(true, "");
        }
        return new Switch(false, reason(value, fields, "a scanner that is off"));
    }

    private TreeMap<String, RuleSetting> rules(@Nullable Node node) {
        var rules = new TreeMap<String, RuleSetting>();
        if (node == null) {
            return rules;
        }
        tree.fields(node, "rules", Set.of()).forEach((id, value) -> rules.put(id, rule(id, value)));
        return rules;
    }

    private RuleSetting rule(String id, Node value) {
        var fields = tree.fields(value, "rule " + id, Set.of("enabled", "severity", "reason"));
        var enabled = fields.get("enabled");
        var flag = enabled == null ? Boolean.TRUE : tree.flag(enabled, "enabled");
        var named = fields.get("severity");
        var severity =
                named == null
                        ? null
                        : tree.word(
                                named, "severity", Severity.class, EnumSet.allOf(Severity.class));
        if (enabled == null && named == null) {
            tree.fault(value, "rule " + id + " needs enabled: false, or a severity");
        }
        return new RuleSetting(
                flag != null && !flag, severity, reason(value, fields, "a rule's setting"));
    }

    private @Nullable Integer commits(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        var commits = tree.fields(node, "history", Set.of("commits")).get("commits");
        if (commits == null) {
            tree.fault(node, "history needs commits: a number");
            return null;
        }
        return tree.integer(commits, "commits", 0, MOST_COMMITS);
    }

    private Allowed allowed(@Nullable Node node) {
        if (node == null) {
            return Allowed.ALL;
        }
        var fields = tree.fields(node, "project", Set.of("settings", "inlineIgnores"));
        return new Allowed(
                allowed(fields.get("settings"), "settings"),
                allowed(fields.get("inlineIgnores"), "inlineIgnores"));
    }

    private boolean allowed(@Nullable Node node, String what) {
        var flag = node == null ? null : tree.flag(node, what);
        return flag == null || flag;
    }

    private List<String> texts(Node node, String what) {
        return tree.items(node, what).stream()
                .map(item -> tree.text(item, "an entry of " + what))
                .filter(java.util.Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private String reason(Node at, Map<String, Node> fields, String what) {
        var node = fields.get("reason");
        if (node == null) {
            tree.fault(at, what + " needs a reason");
            return "";
        }
        var text = tree.text(node, "reason");
        return text == null ? "" : text.strip();
    }
}
