package dev.touchstone.formats;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.FlowStep;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import dev.touchstone.formats.SarifTool.Marks;
import dev.touchstone.formats.SarifTool.Reference;
import dev.touchstone.formats.SarifTool.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads one result and resolves all that it refers to. */
final class SarifResultReader {
    private static final int MOST_LOCATIONS = 100;
    private static final int MOST_STEPS = 500;
    private static final int MOST_FINGERPRINTS = 50;
    private static final String UNNAMED = "unnamed";

    /** What Semgrep writes into every fingerprint when nobody is signed in to its cloud. */
    private static final String NO_FINGERPRINT = "requires login";

    private final JsonParser parser;
    private final SarifRun run;
    private final SarifToolReader tools;

    private @Nullable String ruleId;
    private int ruleIndex = -1;
    private @Nullable Reference ruleReference;
    private String kind = "fail";
    private @Nullable String level;
    private @Nullable String baselineState;
    private SarifMessage message = SarifMessage.NONE;
    private Marks marks = Marks.NONE;
    private boolean suppressed;
    private final List<SarifPlace> locations = new ArrayList<>(1);
    private final List<SarifPlace> steps = new ArrayList<>(0);
    private @Nullable SarifPlace target;
    private final List<Reference> classes = new ArrayList<>(0);
    private final Map<String, String> fingerprints = new HashMap<>();

    private SarifResultReader(JsonParser parser, SarifRun run) {
        this.parser = parser;
        this.run = run;
        this.tools = new SarifToolReader(parser, new TooMuch.Budget(parser));
    }

    /** The result under the cursor; null when it does not report a weakness that is there. */
    static @Nullable ReportedFinding read(JsonParser parser, SarifRun run) {
        SarifResultReader reader = new SarifResultReader(parser, run);
        Members.of(parser, reader::member);
        return reader.isFinding() ? reader.finding() : null;
    }

    private void member(String name) {
        switch (name) {
            case "ruleId" -> ruleId = Members.text(parser);
            case "ruleIndex" -> ruleIndex = Members.number(parser, -1);
            case "rule" -> ruleReference = tools.reference();
            case "kind" -> kind = parser.getString();
            case "level" -> level = Members.text(parser);
            case "baselineState" -> baselineState = Members.text(parser);
            case "message" -> message = SarifMessage.read(parser);
            case "properties" -> marks = tools.marks();
            case "locations" -> Members.each(parser, this::place);
            case "analysisTarget" -> target = SarifPlace.readArtifact(parser);
            case "codeFlows" -> Members.each(parser, () -> Members.of(parser, this::codeFlow));
            case "taxa" -> Members.each(parser, () -> classes.add(tools.reference()));
            case "suppressions" -> suppressed = suppressions();
            case "fingerprints", "partialFingerprints" -> Members.of(parser, this::fingerprint);
            default -> parser.skipChildren();
        }
    }

    private void place() {
        if (locations.size() < MOST_LOCATIONS) locations.add(SarifPlace.read(parser));
        else parser.skipChildren();
    }

    private void fingerprint(String name) {
        String value = Members.text(parser);
        if (value == null || value.equals(NO_FINGERPRINT)) return;
        if (fingerprints.size() == MOST_FINGERPRINTS) return;
        fingerprints.put(Texts.clean(name, Texts.MOST_ID), Texts.clean(value, Texts.MOST_ID));
    }

    /** The first thread flow that has steps counts. */
    private void codeFlow(String name) {
        if (!name.equals("threadFlows") || !steps.isEmpty()) {
            parser.skipChildren();
            return;
        }
        Members.each(
                parser,
                () -> {
                    boolean first = steps.isEmpty();
                    Members.of(
                            parser,
                            member -> {
                                if (first && member.equals("locations")) {
                                    Members.each(parser, this::step);
                                } else {
                                    parser.skipChildren();
                                }
                            });
                });
    }

    private void step() {
        List<SarifPlace> places = new ArrayList<>(1);
        int[] index = {-1};
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "location" -> places.add(SarifPlace.read(parser));
                        case "index" -> index[0] = Members.number(parser, -1);
                        default -> parser.skipChildren();
                    }
                });
        if (places.isEmpty() && index[0] >= 0 && index[0] < run.steps().size()) {
            places.add(run.steps().get(index[0]));
        }
        if (steps.size() < MOST_STEPS) steps.addAll(places);
    }

    /** The standard: suppressed when one suppression is accepted and none is in question. */
    private boolean suppressions() {
        int[] counts = new int[2];
        Members.each(
                parser,
                () -> {
                    String[] status = {"accepted"};
                    Members.of(
                            parser,
                            name -> {
                                if (name.equals("status")) status[0] = parser.getString();
                                else parser.skipChildren();
                            });
                    counts[status[0].equals("accepted") ? 0 : 1]++;
                });
        return counts[0] > 0 && counts[1] == 0;
    }

    private boolean isFinding() {
        return !"absent".equals(baselineState)
                && switch (kind) {
                    case "pass", "notApplicable", "informational" -> false;
                    default -> true;
                };
    }

    private ReportedFinding finding() {
        Rule rule = run.tool().rule(reference());
        String id = id(rule);
        String text = text(rule);
        List<CodeLocation> places = new ArrayList<>(1);
        for (SarifPlace each : locations) add(each, places);
        if (places.isEmpty() && target != null) add(target, places);
        List<FlowStep> flow = new ArrayList<>(steps.size());
        for (SarifPlace each : steps) addStep(each, flow);
        return new ReportedFinding(
                Texts.clean(id, Texts.MOST_ID),
                severity(rule, id),
                title(rule, text, id),
                text,
                cwes(rule),
                places,
                flow,
                fingerprints,
                rule == null ? null : webAddress(rule.helpUri()),
                suppressed);
    }

    private List<Integer> cwes(@Nullable Rule rule) {
        List<Integer> ofRule = rule == null ? List.of() : rule.marks().cwes();
        boolean named = !classes.isEmpty() || rule != null && !rule.classes().isEmpty();
        if (!named && (marks.cwes().isEmpty() || marks.cwes().equals(ofRule))) return ofRule;
        TreeSet<Integer> cwes = new TreeSet<>(marks.cwes());
        cwes.addAll(ofRule);
        if (rule != null) for (Reference each : rule.classes()) addClass(each, cwes);
        for (Reference each : classes) addClass(each, cwes);
        return List.copyOf(cwes);
    }

    private Reference reference() {
        Reference given = ruleReference;
        if (given == null) return new Reference(ruleIndex, ruleId, null, -1, null, null);
        return new Reference(
                given.index() >= 0 ? given.index() : ruleIndex,
                given.id() != null ? given.id() : ruleId,
                given.guid(),
                given.componentIndex(),
                given.componentName(),
                given.componentGuid());
    }

    private String id(@Nullable Rule rule) {
        if (ruleId != null) return rule != null && ruleId.equals(rule.id()) ? rule.id() : ruleId;
        if (ruleReference != null && ruleReference.id() != null) return ruleReference.id();
        return rule == null ? UNNAMED : rule.id();
    }

    private String text(@Nullable Rule rule) {
        Map<String, String> ofRule = rule == null ? Map.of() : rule.messages();
        SarifTool.Component component =
                rule == null ? run.tool().driver() : run.tool().holding(rule);
        String text = message.resolve(ofRule, component.messages());
        if (text == null && rule != null) {
            text = rule.description() != null ? rule.description() : rule.title();
        }
        return Texts.clean(text == null ? "" : text, Texts.MOST_MESSAGE);
    }

    /** Some scanners put only the rule's id into the short description: the message says more. */
    private static String title(@Nullable Rule rule, String text, String id) {
        String title = rule == null || rule.title() == null ? "" : rule.title().strip();
        if (!title.isEmpty() && !title.equals(id) && !title.endsWith(": " + id)) {
            return Texts.title(title);
        }
        String sentence = Texts.title(Texts.firstSentence(text));
        return sentence.isEmpty() ? Texts.title(id) : sentence;
    }

    private Severity severity(@Nullable Rule rule, String id) {
        if (marks.severity() != null) return marks.severity();
        if (rule != null && rule.marks().severity() != null) return rule.marks().severity();
        if (level != null) return Weakness.ofLevel(level);
        if (!kind.equals("fail")) return Severity.INFO;
        String set = run.levels().getOrDefault(id, run.levels().get("#" + ruleIndex));
        if (set == null && rule != null) set = rule.level();
        return Weakness.ofLevel(set == null ? "warning" : set);
    }

    private void addClass(Reference reference, TreeSet<Integer> cwes) {
        String id = run.tool().cweId(reference);
        if (id != null) Weakness.addCweId(id, cwes);
    }

    private void add(SarifPlace place, List<CodeLocation> places) {
        CodeLocation location = location(place);
        if (location != null) places.add(location);
    }

    private void addStep(SarifPlace place, List<FlowStep> flow) {
        CodeLocation location = location(place);
        if (location == null) return;
        String words = place.message.resolve(Map.of(), run.tool().driver().messages());
        flow.add(new FlowStep(location, Texts.cleanOrNull(words, Texts.MOST_SNIPPET)));
    }

    private @Nullable CodeLocation location(SarifPlace place) {
        String uri = place.uri;
        String baseId = place.baseId;
        if (uri == null && place.artifact >= 0 && place.artifact < run.artifacts().size()) {
            SarifPlace artifact = run.artifacts().get(place.artifact);
            uri = artifact.uri;
            baseId = artifact.baseId;
        }
        String symbol = place.symbol;
        if (place.logical >= 0 && place.logical < run.symbols().size()) {
            String full = run.symbols().get(place.logical);
            if (!full.isEmpty()) symbol = full;
        }
        if (uri == null && symbol == null) return null;
        return new CodeLocation(
                uri == null ? "" : run.paths().path(uri, baseId),
                place.startLine,
                place.startColumn,
                place.endLine > 0 ? place.endLine : place.startLine,
                place.endColumn,
                Texts.cleanOrNull(place.snippet, Texts.MOST_SNIPPET),
                Texts.cleanOrNull(symbol, Texts.MOST_ID));
    }

    private static @Nullable String webAddress(@Nullable String uri) {
        if (uri == null) return null;
        boolean web =
                uri.regionMatches(true, 0, "https://", 0, 8)
                        || uri.regionMatches(true, 0, "http://", 0, 7);
        return web && uri.length() <= 2_000 ? Texts.clean(uri, 2_000) : null;
    }
}
