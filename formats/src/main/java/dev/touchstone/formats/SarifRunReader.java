package dev.touchstone.formats;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.formats.SarifTool.Component;
import dev.touchstone.formats.SarifTool.Reference;
import dev.touchstone.formats.SarifTool.Rule;
import dev.touchstone.formats.shape.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads everything of one run but its results, of which it only notes the rules that they hit. */
final class SarifRunReader {
    /** Where {@link SarifWriter} keeps the digest of a run whose rules it cannot list. */
    static final String DIGEST = "touchstone/ruleDigest";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private final JsonParser parser;
    private final TooMuch.Budget budget;
    private final SarifToolReader tools;
    private final List<Fault> warnings;

    private Component driver = Component.none();
    private List<Component> extensions = List.of();
    private List<Component> taxonomies = List.of();
    private Map<String, SarifPlace> bases = new LinkedHashMap<>();
    private List<SarifPlace> artifacts = List.of();
    private List<String> symbols = List.of();
    private List<SarifPlace> steps = List.of();
    private final Map<String, String> levels = new HashMap<>();
    private final List<String> directories = new ArrayList<>();
    private final Set<String> hitIds = new HashSet<>();
    private final Set<Integer> hitIndexes = new HashSet<>();
    private @Nullable String ownDigest;
    private boolean complete = true;

    private SarifRunReader(JsonParser parser, TooMuch.Budget budget, List<Fault> warnings) {
        this.parser = parser;
        this.budget = budget;
        this.tools = new SarifToolReader(parser, budget);
        this.warnings = warnings;
    }

    static SarifRun read(JsonParser parser, TooMuch.Budget budget, List<Fault> warnings) {
        budget.keep();
        SarifRunReader reader = new SarifRunReader(parser, budget, warnings);
        Members.of(parser, reader::member);
        return reader.run();
    }

    private void member(String name) {
        switch (name) {
            case "tool" -> Members.of(parser, this::toolMember);
            case "taxonomies" -> taxonomies = Members.list(parser, tools::component);
            case "originalUriBaseIds" ->
                    bases =
                            Members.map(
                                    parser,
                                    () -> {
                                        budget.keep();
                                        return SarifPlace.readArtifact(parser);
                                    });
            case "artifacts" -> artifacts = Members.list(parser, this::artifact);
            case "logicalLocations" -> symbols = Members.list(parser, this::symbol);
            case "threadFlowLocations" -> steps = Members.list(parser, this::step);
            case "invocations" ->
                    Members.each(parser, () -> Members.of(parser, this::invocationMember));
            case "versionControlProvenance" -> Members.each(parser, () -> directory("mappedTo"));
            case "externalPropertyFileReferences" -> Members.of(parser, this::elsewhere);
            case "results" -> Members.each(parser, () -> Members.of(parser, this::hit));
            case "properties" -> Members.of(parser, this::ownProperty);
            default -> parser.skipChildren();
        }
    }

    private void toolMember(String name) {
        switch (name) {
            case "driver" -> driver = tools.component();
            case "extensions" -> extensions = Members.list(parser, tools::component);
            default -> parser.skipChildren();
        }
    }

    private SarifPlace artifact() {
        budget.keep();
        List<SarifPlace> found = new ArrayList<>(1);
        Members.of(
                parser,
                name -> {
                    if (name.equals("location")) found.add(SarifPlace.readArtifact(parser));
                    else parser.skipChildren();
                });
        return found.isEmpty() ? SarifPlace.nowhere(parser) : found.getFirst();
    }

    private String symbol() {
        budget.keep();
        String[] names = new String[2];
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "fullyQualifiedName" -> names[0] = Members.text(parser);
                        case "name" -> names[1] = Members.text(parser);
                        default -> parser.skipChildren();
                    }
                });
        if (names[0] != null) return names[0];
        return names[1] == null ? "" : names[1];
    }

    private SarifPlace step() {
        budget.keep();
        List<SarifPlace> found = new ArrayList<>(1);
        Members.of(
                parser,
                name -> {
                    if (name.equals("location")) found.add(SarifPlace.read(parser));
                    else parser.skipChildren();
                });
        return found.isEmpty() ? SarifPlace.nowhere(parser) : found.getFirst();
    }

    private void invocationMember(String name) {
        switch (name) {
            case "executionSuccessful" -> {
                if (!parser.getBooleanValue()) complete = false;
            }
            case "toolConfigurationNotifications", "toolExecutionNotifications" ->
                    Members.each(parser, () -> Members.of(parser, this::notificationMember));
            case "ruleConfigurationOverrides" -> Members.each(parser, this::override);
            case "workingDirectory" -> {
                SarifPlace directory = SarifPlace.readArtifact(parser);
                if (directory.uri != null) directories.add(directory.uri);
            }
            default -> parser.skipChildren();
        }
    }

    /** The standard: an error made the results incorrect or incomplete. */
    private void notificationMember(String name) {
        if (name.equals("level") && "error".equals(Members.text(parser))) complete = false;
        else parser.skipChildren();
    }

    private void override() {
        String[] level = new String[1];
        List<Reference> rules = new ArrayList<>(1);
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "configuration" -> level[0] = tools.configuredLevel();
                        case "descriptor" -> rules.add(tools.reference());
                        default -> parser.skipChildren();
                    }
                });
        if (level[0] == null || rules.isEmpty()) return;
        Reference rule = rules.getFirst();
        if (rule.id() != null) levels.putIfAbsent(rule.id(), level[0]);
        else if (rule.index() >= 0) levels.putIfAbsent("#" + rule.index(), level[0]);
    }

    private void directory(String member) {
        Members.of(
                parser,
                name -> {
                    if (!name.equals(member)) {
                        parser.skipChildren();
                        return;
                    }
                    SarifPlace directory = SarifPlace.readArtifact(parser);
                    if (directory.uri != null) directories.add(directory.uri);
                });
    }

    private void elsewhere(String name) {
        if (name.equals("results") || name.equals("driver") || name.equals("artifacts")) {
            complete = false;
            warnings.add(
                    Fault.warning(
                            Place.of(parser.streamReadContext(), parser.currentTokenLocation()),
                            "lies in another file, which is not read; the run counts as incomplete"));
        }
        parser.skipChildren();
    }

    private void hit(String name) {
        switch (name) {
            case "ruleId" -> noteHit(Members.text(parser));
            case "ruleIndex" -> hitIndexes.add(Members.number(parser, -1));
            case "rule" -> {
                Reference rule =
                        new SarifToolReader(parser, new TooMuch.Budget(parser)).reference();
                noteHit(rule.id());
                if (!rule.namesComponent()) hitIndexes.add(rule.index());
            }
            default -> parser.skipChildren();
        }
    }

    private void noteHit(@Nullable String id) {
        if (id != null && hitIds.add(id)) budget.keep();
    }

    private void ownProperty(String name) {
        if (!name.equals(DIGEST)) {
            parser.skipChildren();
            return;
        }
        String digest = Members.text(parser);
        if (digest != null && HEX.matcher(digest).matches()) ownDigest = digest;
    }

    private SarifRun run() {
        ReportedRun run =
                new ReportedRun(
                        Texts.clean(driver.name(), Texts.MOST_ID),
                        Texts.cleanOrNull(driver.version(), Texts.MOST_ID),
                        ownDigest != null ? ownDigest : digest(),
                        complete);
        SarifTool tool = new SarifTool(driver, extensions, taxonomies);
        SarifPaths paths = new SarifPaths(bases, directories);
        return new SarifRun(run, tool, paths, artifacts, symbols, steps, levels);
    }

    /**
     * Many scanners list only the rules that hit; such a list says nothing about what could have
     * been seen, and would differ from run to run. Then only names and versions count.
     */
    private String digest() {
        Set<String> lines = new TreeSet<>();
        boolean listed = driver.comprehensive();
        for (int i = 0; i < driver.rules().size(); i++) {
            Rule rule = driver.rules().get(i);
            listed |= !hitIndexes.contains(i) && !isHit(rule);
        }
        for (Component extension : extensions) {
            listed |= extension.comprehensive();
            for (Rule rule : extension.rules()) listed |= !isHit(rule);
        }
        add(driver, listed, lines);
        for (Component extension : extensions) add(extension, listed, lines);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isHit(Rule rule) {
        if (hitIds.contains(rule.id())) return true;
        for (String id : hitIds) if (id.startsWith(rule.id() + '/')) return true;
        return false;
    }

    private static void add(Component component, boolean rules, Set<String> lines) {
        String version = component.version() == null ? "" : component.version();
        lines.add(component.name() + '\t' + version);
        if (!rules) return;
        for (Rule rule : component.rules()) {
            lines.add(component.name() + '\t' + version + '\t' + rule.id());
        }
    }
}
