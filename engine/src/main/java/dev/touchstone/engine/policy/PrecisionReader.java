package dev.touchstone.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how precise scanner rules were measured to be. */
final class PrecisionReader {

    private static final Set<String> FIELDS =
            Set.of("corpus", "tool", "rule", "truePositives", "judgements");

    private PrecisionReader() {}

    /** Adds what is wrong to the faults of the tree. */
    static List<Facts.PrecisionFacts> read(YamlTree faults, String yaml) {
        var tree = new YamlTree();
        var all = new ArrayList<Facts.PrecisionFacts>();
        Node root = tree.parse(yaml);
        if (root != null
                && tree.fields(root, "precision", Set.of("measured")).get("measured")
                        instanceof Node measured) {
            for (Node item : tree.items(measured, "measured")) {
                var fields = tree.fields(item, "a measurement", FIELDS);
                if (!fields.keySet().containsAll(FIELDS)) {
                    tree.fault(
                            item,
                            "a measurement has corpus, tool, rule, truePositives, judgements");
                    continue;
                }
                String tool = tree.text(fields.getOrDefault("tool", item), "tool");
                String rule = tree.text(fields.getOrDefault("rule", item), "rule");
                Integer judged =
                        tree.integer(
                                fields.getOrDefault("judgements", item),
                                "judgements",
                                0,
                                10_000_000);
                Integer real =
                        tree.integer(
                                fields.getOrDefault("truePositives", item),
                                "truePositives",
                                0,
                                judged == null ? 0 : judged);
                if (tool != null && rule != null && judged != null && real != null) {
                    all.add(new Facts.PrecisionFacts(tool, rule, real, judged));
                }
            }
        }
        faults.faults().addAll(tree.faults());
        return sum(all);
    }

    /** One row per rule, in the order of the tools and rules. */
    static List<Facts.PrecisionFacts> sum(List<Facts.PrecisionFacts> all) {
        var sums = new TreeMap<String, Facts.PrecisionFacts>();
        for (var one : all) {
            sums.merge(
                    one.tool() + "\0" + one.rule(),
                    one,
                    (before, more) ->
                            new Facts.PrecisionFacts(
                                    before.tool(),
                                    before.rule(),
                                    before.truePositives() + more.truePositives(),
                                    before.judgements() + more.judgements()));
        }
        return List.copyOf(sums.values());
    }
}
