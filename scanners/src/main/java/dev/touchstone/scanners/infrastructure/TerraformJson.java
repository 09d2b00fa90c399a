package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON form of Terraform's language. */
final class TerraformJson {

    /** How many names stand between a block's type and its body. */
    private static final Map<String, Integer> LABELS =
            Map.of(
                    "resource",
                    2,
                    "data",
                    2,
                    "provider",
                    1,
                    "module",
                    1,
                    "variable",
                    1,
                    "output",
                    1,
                    "locals",
                    0,
                    "terraform",
                    0);

    private TerraformJson() {}

    static ReadHcl.Body read(String text) throws Malformed {
        Node root = ReadJson.read(text, 1);
        if (!(root instanceof Node.Fields fields)) {
            throw new Malformed(1, "Terraform's JSON form starts with an object");
        }
        var attributes = new LinkedHashMap<String, Node>();
        var blocks = new ArrayList<ReadHcl.Block>();
        fields.nodes()
                .forEach(
                        (name, node) -> {
                            Integer labels = LABELS.get(name);
                            if (labels == null) attributes.put(name, node);
                            else descend(name, List.of(), labels, node, blocks);
                        });
        return new ReadHcl.Body(attributes, blocks);
    }

    private static void descend(
            String type, List<String> labels, int missing, Node node, List<ReadHcl.Block> into) {
        switch (node) {
            case Node.Items items ->
                    items.nodes().forEach(each -> descend(type, labels, missing, each, into));
            case Node.Fields fields -> {
                if (missing == 0) {
                    into.add(new ReadHcl.Block(type, labels, fields));
                    return;
                }
                fields.nodes()
                        .forEach(
                                (name, inside) -> {
                                    var more = new ArrayList<>(labels);
                                    more.add(name);
                                    descend(type, more, missing - 1, inside, into);
                                });
            }
            case Node.Scalar _, Node.Unknown _ -> {}
        }
    }
}
