package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes Terraform's form of an IAM policy document as the JSON that it stands for. */
final class PolicyDocument {

    private static final Map<String, String> LISTS =
            Map.of(
                    "actions", "Action",
                    "not_actions", "NotAction",
                    "resources", "Resource",
                    "not_resources", "NotResource");

    private PolicyDocument() {}

    static Node.Fields of(Node.Fields body) {
        var statements = new ArrayList<Node>();
        for (Node each : blocks(body, "statement")) {
            if (each instanceof Node.Fields statement) statements.add(statement(statement));
        }
        return new Node.Fields(
                Map.of("Statement", new Node.Items(statements, body.line(), body.endLine())),
                body.line(),
                body.endLine());
    }

    private static Node.Fields statement(Node.Fields from) {
        var all = new LinkedHashMap<String, Node>();
        all.put("Effect", new Node.Scalar("Allow", from.line(), from.line()));
        from.nodes()
                .forEach(
                        (name, node) -> {
                            if (LISTS.containsKey(name)) all.put(LISTS.get(name), node);
                            else if (name.equals("effect")) all.put("Effect", node);
                            else if (name.equals("sid")) all.put("Sid", node);
                        });
        principals(from, "principals", "Principal", all);
        principals(from, "not_principals", "NotPrincipal", all);
        var conditions = blocks(from, "condition");
        if (!conditions.isEmpty()) all.put("Condition", conditions(conditions));
        return new Node.Fields(all, from.line(), from.endLine());
    }

    private static void principals(
            Node.Fields from, String blocks, String name, Map<String, Node> into) {
        var byType = new LinkedHashMap<String, Node>();
        for (Node each : blocks(from, blocks)) {
            if (each instanceof Node.Fields principal
                    && principal.nodes().get("type") instanceof Node.Scalar type
                    && principal.nodes().get("identifiers") instanceof Node identifiers) {
                byType.merge(type.text(), identifiers, PolicyDocument::joined);
            }
        }
        if (!byType.isEmpty()) into.put(name, new Node.Fields(byType, from.line(), from.endLine()));
    }

    private static Node conditions(List<Node> blocks) {
        var byTest = new LinkedHashMap<String, Node>();
        for (Node each : blocks) {
            if (each instanceof Node.Fields condition
                    && condition.nodes().get("variable") instanceof Node.Scalar variable
                    && condition.nodes().get("test") instanceof Node.Scalar test
                    && condition.nodes().get("values") instanceof Node values) {
                var one = new LinkedHashMap<String, Node>();
                if (byTest.get(test.text()) instanceof Node.Fields before) {
                    one.putAll(before.nodes());
                }
                one.merge(variable.text(), values, PolicyDocument::joined);
                byTest.put(test.text(), new Node.Fields(one, each.line(), each.endLine()));
            }
        }
        return new Node.Fields(byTest, blocks.getFirst().line(), blocks.getLast().endLine());
    }

    private static Node joined(Node one, Node other) {
        var all = new ArrayList<Node>();
        all.addAll(one instanceof Node.Items items ? items.nodes() : List.of(one));
        all.addAll(other instanceof Node.Items items ? items.nodes() : List.of(other));
        return new Node.Items(all, one.line(), other.endLine());
    }

    private static List<Node> blocks(Node.Fields body, String name) {
        return switch (body.nodes().get(name)) {
            case null -> List.of();
            case Node.Items items -> items.nodes();
            case Node.Fields fields -> List.of(fields);
            case Node.Scalar _, Node.Unknown _ -> List.of();
        };
    }
}
