package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kubernetes manifests; every kind that runs pods gets its pod's description as {@code pod}. */
final class KubernetesResources {

    private static final Pattern KIND = Pattern.compile("(?m)^\\s*\"?kind\"?\\s*:");
    private static final Pattern VERSION = Pattern.compile("(?m)^\\s*\"?apiVersion\"?\\s*:");
    private static final Map<String, String> POD_PATHS =
            Map.of(
                    "Pod", "spec",
                    "PodTemplate", "template.spec",
                    "CronJob", "spec.jobTemplate.spec.template.spec",
                    "ScheduledJob", "spec.jobTemplate.spec.template.spec");
    private static final String TEMPLATE = "spec.template.spec";

    private KubernetesResources() {}

    static boolean mayBe(String text) {
        return KIND.matcher(text).find() && VERSION.matcher(text).find();
    }

    /** Manifests in a document; a list of any kind holds several. */
    static List<Resource> of(String path, Node document) {
        var all = new ArrayList<Resource>();
        collect(path, document, 0, all);
        return all;
    }

    private static void collect(String path, Node node, int depth, List<Resource> into) {
        if (!(node instanceof Node.Fields fields) || depth > 3) return;
        String kind = Lookup.text(fields, "kind");
        if (kind.isEmpty() || Lookup.text(fields, "apiVersion").isEmpty()) return;
        if (kind.endsWith("List") && fields.nodes().get("items") instanceof Node.Items items) {
            items.nodes().forEach(each -> collect(path, each, depth + 1, into));
            return;
        }
        String name = Lookup.text(fields, "metadata.name");
        if (name.isEmpty()) name = Lookup.text(fields, "metadata.generateName");
        into.add(resource(Resource.Kind.KUBERNETES, kind, kind + "/" + name, path, fields));
    }

    static Resource resource(
            Resource.Kind from, String kind, String name, String path, Node.Fields manifest) {
        var attributes = new LinkedHashMap<>(manifest.nodes());
        Node pod = pod(kind, manifest);
        if (pod instanceof Node.Fields) attributes.put("pod", pod);
        return new Resource(
                from,
                kind,
                name,
                path,
                manifest.line(),
                manifest.endLine(),
                new Node.Fields(attributes, manifest.line(), manifest.endLine()));
    }

    /** Kinds that others define count too, when they look like a workload. */
    private static @Nullable Node pod(String kind, Node.Fields manifest) {
        Node pod = Lookup.first(manifest, POD_PATHS.getOrDefault(kind, TEMPLATE));
        return pod instanceof Node.Fields fields
                        && (fields.nodes().containsKey("containers")
                                || fields.nodes().containsKey("initContainers"))
                ? pod
                : null;
    }
}
