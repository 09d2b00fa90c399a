package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services of a compose file; short forms of ports, volumes and settings are unfolded. */
final class ComposeResources {

    private static final Pattern NAME =
            Pattern.compile("(docker-)?compose([.-].*)?\\.ya?ml", Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([A-Za-z_]\\w*)(:?[-?+])?([^{}]*)}|\\$([A-Za-z_]\\w*)");

    private ComposeResources() {}

    static boolean isNamed(String fileName) {
        return NAME.matcher(fileName).matches();
    }

    static boolean is(Node document) {
        return document instanceof Node.Fields fields
                && fields.nodes().get("services") instanceof Node.Fields services
                && !fields.nodes().containsKey("apiVersion")
                && services.nodes().values().stream()
                        .anyMatch(
                                each ->
                                        each instanceof Node.Fields service
                                                && (service.nodes().containsKey("image")
                                                        || service.nodes().containsKey("build")));
    }

    static List<Resource> of(String path, Node document) {
        var all = new ArrayList<Resource>();
        if (Lookup.first(document, "services") instanceof Node.Fields services) {
            services.nodes()
                    .forEach(
                            (name, node) -> {
                                if (node instanceof Node.Fields service) {
                                    all.add(service(path, name, service));
                                }
                            });
        }
        return all;
    }

    private static Resource service(String path, String name, Node.Fields raw) {
        var all = new LinkedHashMap<String, Node>();
        raw.nodes().forEach((key, node) -> all.put(key, filled(node)));
        all.computeIfPresent("environment", (_, node) -> pairs(node));
        all.computeIfPresent("ports", (_, node) -> each(node, ComposeResources::port));
        all.computeIfPresent("volumes", (_, node) -> each(node, ComposeResources::volume));
        return new Resource(
                Resource.Kind.COMPOSE,
                "compose-service",
                "services/" + name,
                path,
                raw.line(),
                raw.endLine(),
                new Node.Fields(all, raw.line(), raw.endLine()));
    }

    /**
     * Variables of the environment are unknown, unless the file gives a value for their absence.
     */
    private static Node filled(Node node) {
        return switch (node) {
            case Node.Scalar scalar ->
                    scalar.value() instanceof String text && text.indexOf('$') >= 0
                            ? filled(text, scalar)
                            : scalar;
            case Node.Items items ->
                    new Node.Items(
                            items.nodes().stream().map(ComposeResources::filled).toList(),
                            items.line(),
                            items.endLine());
            case Node.Fields fields -> {
                var all = new LinkedHashMap<String, Node>();
                fields.nodes().forEach((name, each) -> all.put(name, filled(each)));
                yield new Node.Fields(all, fields.line(), fields.endLine());
            }
            case Node.Unknown unknown -> unknown;
        };
    }

    private static Node filled(String text, Node.Scalar at) {
        Matcher variable = VARIABLE.matcher(text.replace("$$", "\0"));
        var whole = new StringBuilder();
        boolean known = true;
        while (variable.find()) {
            String form = variable.group(2);
            boolean given = form != null && form.endsWith("-");
            known &= given;
            variable.appendReplacement(
                    whole, Matcher.quoteReplacement(given ? variable.group(3) : variable.group()));
        }
        variable.appendTail(whole);
        String filled = whole.toString().replace('\0', '$');
        return known
                ? new Node.Scalar(filled, at.line(), at.endLine())
                : new Node.Unknown(filled, true, at.line(), at.endLine());
    }

    /** {@code NAME=value} texts as a map. */
    private static Node pairs(Node node) {
        if (!(node instanceof Node.Items items)) return node;
        var all = new LinkedHashMap<String, Node>();
        for (Node each : items.nodes()) {
            String text = HclExpression.scalarText(each);
            int equals = text.indexOf('=');
            if (equals <= 0) continue;
            String value = text.substring(equals + 1);
            all.put(
                    text.substring(0, equals),
                    each instanceof Node.Unknown
                            ? new Node.Unknown(value, true, each.line(), each.endLine())
                            : new Node.Scalar(value, each.line(), each.endLine()));
        }
        return new Node.Fields(all, node.line(), node.endLine());
    }

    private interface Unfold {
        Map<String, String> of(String text);
    }

    private static Node each(Node node, Unfold unfold) {
        if (!(node instanceof Node.Items items)) return node;
        var all = new ArrayList<Node>();
        for (Node each : items.nodes()) {
            if (each instanceof Node.Scalar scalar) {
                var fields = new LinkedHashMap<String, Node>();
                unfold.of(scalar.text())
                        .forEach(
                                (name, value) ->
                                        fields.put(
                                                name,
                                                new Node.Scalar(
                                                        value, each.line(), each.endLine())));
                all.add(new Node.Fields(fields, each.line(), each.endLine()));
            } else {
                all.add(each);
            }
        }
        return new Node.Items(all, node.line(), node.endLine());
    }

    private static Map<String, String> port(String text) {
        String plain = text.replaceAll("/(tcp|udp)$", "");
        int target = plain.lastIndexOf(':');
        if (target < 0) return Map.of("target", plain);
        String before = plain.substring(0, target);
        int host = before.lastIndexOf(':');
        var all = new LinkedHashMap<String, String>();
        all.put("target", plain.substring(target + 1));
        all.put("published", before.substring(host + 1));
        if (host > 0) all.put("host_ip", before.substring(0, host));
        return all;
    }

    private static Map<String, String> volume(String text) {
        String[] parts = text.split(":(?![\\\\/]{1}[^:]*\\\\)");
        var all = new LinkedHashMap<String, String>();
        if (parts.length == 1) {
            all.put("target", parts[0]);
            return all;
        }
        all.put("source", parts[0]);
        all.put("target", parts[1]);
        if (parts.length > 2 && List.of(parts[2].split(",")).contains("ro")) {
            all.put("read_only", "true");
        }
        return all;
    }
}
