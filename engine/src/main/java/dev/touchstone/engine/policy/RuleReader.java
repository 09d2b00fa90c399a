package dev.touchstone.engine.policy;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one rule of a policy. */
final class RuleReader {

    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "title",
                    "stages",
                    "needs",
                    "each",
                    "when",
                    "atMost",
                    "mode",
                    "minimumPrecision",
                    "named",
                    "onUnknown",
                    "mend");
    private static final Set<Verdict> ON_UNKNOWN =
            EnumSet.of(Verdict.NO_DATA, Verdict.WARN, Verdict.BLOCK);
    private static final double LOWEST_PRECISION = 0.5;

    private final YamlTree tree;
    private final CompileCondition forEach;
    private final CompileCondition forOnce;

    RuleReader(YamlTree tree, Map<String, Vocabulary.NamedList> lists) {
        this.tree = tree;
        this.forEach = new CompileCondition(lists, true);
        this.forOnce = new CompileCondition(lists, false);
    }

    /** Null when something is wrong; the faults are in the tree then. */
    @Nullable PolicyRule read(Node node) {
        int before = tree.faults().size();
        var fields = tree.fields(node, "a rule", FIELDS);
        Node idNode = fields.get("id");
        String id = idNode == null ? null : tree.text(idNode, "id");
        if (id == null) {
            tree.fault(node, "a rule needs the field \"id\"");
            return null;
        }
        String at = "rule " + id + ": ";
        Text title =
                needed(node, fields, at, "title") instanceof Node n
                        ? text(tree, n, at + "title")
                        : null;
        Mode mode =
                needed(node, fields, at, "mode") instanceof Node n
                        ? tree.word(n, at + "mode", Mode.class, EnumSet.allOf(Mode.class))
                        : null;
        var stages = stages(fields.get("stages"), at);
        var needs = needs(fields.get("needs"), at);
        boolean each = each(fields.get("each"), at);
        Condition when = fields.get("when") instanceof Node n ? compile(n, at, each) : null;
        Integer atMost =
                fields.get("atMost") instanceof Node n
                        ? tree.integer(n, at + "atMost", 0, 1_000_000)
                        : Integer.valueOf(0);
        var precision = minimumPrecision(fields.get("minimumPrecision"), at);
        Boolean named =
                fields.get("named") instanceof Node n ? tree.flag(n, at + "named") : Boolean.FALSE;
        Verdict onUnknown =
                fields.get("onUnknown") instanceof Node n
                        ? tree.word(n, at + "onUnknown", Verdict.class, ON_UNKNOWN)
                        : Verdict.NO_DATA;
        Text mend = fields.get("mend") instanceof Node n ? text(tree, n, at + "mend") : null;

        checkWhole(node, fields, at, needs, each);
        if (tree.faults().size() > before
                || title == null
                || mode == null
                || precision == null
                || atMost == null
                || named == null
                || onUnknown == null) {
            return null;
        }
        return new PolicyRule(
                id, title, stages, needs, each, when, atMost, mode, precision, named, onUnknown,
                mend);
    }

    private void checkWhole(
            Node node, Map<String, Node> fields, String at, List<Need> needs, boolean each) {
        if (!fields.containsKey("when") && needs.isEmpty()) {
            tree.fault(node, at + "needs a condition (when) or a run (needs), or both");
        }
        if (each && needs.isEmpty()) {
            tree.fault(
                    node,
                    at
                            + "each: finding needs the scan that would have found it (needs), because"
                            + " the absence of a finding proves nothing without it");
        }
        if (each && !fields.containsKey("when")) {
            tree.fault(node, at + "each: finding needs a condition (when)");
        }
        if (!each) {
            for (String word : List.of("atMost", "minimumPrecision", "named")) {
                if (fields.get(word) instanceof Node extra) {
                    tree.fault(extra, at + word + " has a meaning only with each: finding");
                }
            }
        }
    }

    private @Nullable Node needed(Node node, Map<String, Node> fields, String at, String name) {
        Node field = fields.get(name);
        if (field == null) {
            tree.fault(node, at + "the field \"" + name + "\" is missing");
        }
        return field;
    }

    private Set<Stage> stages(@Nullable Node node, String at) {
        if (node == null) {
            return EnumSet.allOf(Stage.class);
        }
        var stages = EnumSet.noneOf(Stage.class);
        for (Node item : tree.items(node, at + "stages")) {
            Stage stage = tree.word(item, at + "stage", Stage.class, EnumSet.allOf(Stage.class));
            if (stage != null) {
                stages.add(stage);
            }
        }
        if (stages.isEmpty()) {
            tree.fault(node, at + "stages names no stage; leave it out for all stages");
        }
        return stages;
    }

    private List<Need> needs(@Nullable Node node, String at) {
        var needs = new ArrayList<Need>();
        if (node == null) {
            return needs;
        }
        for (Node item : tree.items(node, at + "needs")) {
            var fields =
                    tree.fields(
                            item, at + "a need", Set.of("kind", "maxAgeDays", "complete", "on"));
            ScannerKind kind =
                    needed(item, fields, at, "kind") instanceof Node n
                            ? tree.word(
                                    n,
                                    at + "kind",
                                    ScannerKind.class,
                                    EnumSet.allOf(ScannerKind.class))
                            : null;
            Integer age =
                    fields.get("maxAgeDays") instanceof Node n
                            ? tree.integer(n, at + "maxAgeDays", 1, 3_650)
                            : null;
            Boolean complete =
                    fields.get("complete") instanceof Node n
                            ? tree.flag(n, at + "complete")
                            : Boolean.TRUE;
            Need.On on =
                    fields.get("on") instanceof Node n
                            ? tree.word(n, at + "on", Need.On.class, EnumSet.allOf(Need.On.class))
                            : Need.On.COMMIT;
            if (kind != null && complete != null && on != null) {
                needs.add(new Need(kind, age, complete, on));
            }
        }
        return needs;
    }

    private boolean each(@Nullable Node node, String at) {
        if (node == null) {
            return false;
        }
        if (!"finding".equals(tree.text(node, at + "each"))) {
            tree.fault(node, at + "each can only be finding; leave it out to ask once");
        }
        return true;
    }

    private @Nullable MinimumPrecision minimumPrecision(@Nullable Node node, String at) {
        if (node == null) {
            return MinimumPrecision.DEFAULT;
        }
        var fields = tree.fields(node, at + "minimumPrecision", Set.of("value", "judgements"));
        Double value =
                fields.get("value") instanceof Node n
                        ? tree.number(n, at + "value", LOWEST_PRECISION, 1)
                        : Double.valueOf(MinimumPrecision.DEFAULT.value());
        Integer judgements =
                fields.get("judgements") instanceof Node n
                        ? tree.integer(n, at + "judgements", 5, 100_000)
                        : Integer.valueOf(MinimumPrecision.DEFAULT.judgements());
        return value == null || judgements == null ? null : new MinimumPrecision(value, judgements);
    }

    private @Nullable Condition compile(Node node, String at, boolean each) {
        String expression = tree.text(node, at + "when");
        if (expression == null) {
            return null;
        }
        return switch ((each ? forEach : forOnce).compile(expression)) {
            case CompileCondition.Result.Compiled compiled -> compiled.condition();
            case CompileCondition.Result.Refused refused -> {
                refused.problems()
                        .forEach(
                                problem ->
                                        tree.faults()
                                                .add(
                                                        Fault.error(
                                                                placeOf(node, problem),
                                                                at
                                                                        + "when: "
                                                                        + problem.message())));
                yield null;
            }
        };
    }

    /** Line and column in the file of a place in the expression. */
    private String placeOf(Node node, CompileCondition.Problem problem) {
        if (!(node instanceof ScalarNode scalar) || node.getStartMark().isEmpty()) {
            return YamlTree.place(node);
        }
        var mark = node.getStartMark().get();
        if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            int line = mark.getLine() + 1 + problem.line();
            return line + ":" + (tree.indentationOf(mark.getLine() + 2) + problem.column());
        }
        if (scalar.getScalarStyle() == ScalarStyle.FOLDED || problem.line() > 1) {
            return YamlTree.place(node);
        }
        int quote = scalar.isPlain() ? 0 : 1;
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + quote + problem.column());
    }

    static @Nullable Text text(YamlTree tree, Node node, String what) {
        var fields = tree.fields(node, what, Set.of("zh", "en"));
        String zh = fields.get("zh") instanceof Node n ? tree.text(n, what + " zh") : null;
        String en = fields.get("en") instanceof Node n ? tree.text(n, what + " en") : null;
        if (zh == null || en == null) {
            tree.fault(node, what + " needs both languages, zh and en");
            return null;
        }
        return new Text(zh, en);
    }
}
