package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one folder, which Terraform takes for one module. */
final class TerraformModule {

    private record Source(String path, ReadHcl.Body body) {}

    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Node> defaults = new HashMap<>();
    private final Map<String, Node> settings = new HashMap<>();
    private final Map<String, Node.Fields> policies = new HashMap<>();

    static boolean isSettings(String name) {
        return name.equals("terraform.tfvars")
                || name.equals("terraform.tfvars.json")
                || name.endsWith(".auto.tfvars")
                || name.endsWith(".auto.tfvars.json");
    }

    /** Returns what is wrong in the file; the rest of it counts. */
    List<Malformed> add(String path, String text) throws Malformed {
        var faults = new ArrayList<Malformed>();
        String name = path.substring(path.lastIndexOf('/') + 1);
        ReadHcl.Body body =
                name.endsWith(".json") ? TerraformJson.read(text) : ReadHcl.read(text, faults);
        if (name.endsWith(".tfvars") || name.endsWith(".tfvars.json")) {
            if (isSettings(name)) {
                body.attributes().forEach((key, value) -> settings.put("var." + key, value));
            }
            return faults;
        }
        sources.add(new Source(path, body));
        for (ReadHcl.Block block : body.blocks()) declare(block);
        return faults;
    }

    private void declare(ReadHcl.Block block) {
        switch (block.type()) {
            case "variable" -> {
                Node value = block.body().nodes().get("default");
                if (block.labels().size() == 1 && value != null) {
                    defaults.put("var." + block.labels().getFirst(), value);
                }
            }
            case "locals" ->
                    block.body().nodes().forEach((key, it) -> defaults.put("local." + key, it));
            case "data" -> policies.put(String.join(".", block.labels()), block.body());
            default -> {}
        }
    }

    List<Resource> resources() throws Malformed {
        var known = new HashMap<>(defaults);
        settings.forEach((name, value) -> known.replace(name, value));
        var resolve = new ResolveTerraform(known, policies);
        var resources = new ArrayList<Resource>();
        for (Source source : sources) {
            for (ReadHcl.Block block : source.body().blocks()) {
                String type = type(block);
                if (type.isEmpty()) continue;
                for (var instance : resolve.instances(block.body()).entrySet()) {
                    resources.add(resource(source.path(), type, block, instance));
                }
            }
        }
        var all = new ArrayList<>(resources);
        resources.forEach(each -> TerraformKubernetes.pod(each).ifPresent(all::add));
        return all;
    }

    private static Resource resource(
            String path,
            String type,
            ReadHcl.Block block,
            Map.Entry<String, Node.Fields> instance) {
        String key = instance.getKey();
        Node.Fields body = instance.getValue();
        if (type.equals("data.aws_iam_policy_document")) body = withPolicy(body);
        return new Resource(
                Resource.Kind.TERRAFORM,
                type,
                key.isEmpty() ? name(block) : name(block) + "[\"" + key + "\"]",
                path,
                body.line(),
                body.endLine(),
                body);
    }

    private static Node.Fields withPolicy(Node.Fields body) {
        var all = new LinkedHashMap<>(body.nodes());
        all.put("policy", PolicyDocument.of(body));
        return new Node.Fields(all, body.line(), body.endLine());
    }

    /** Empty for blocks that describe nothing. */
    private static String type(ReadHcl.Block block) {
        boolean two = block.labels().size() == 2;
        boolean one = block.labels().size() == 1;
        return switch (block.type()) {
            case "resource" -> two ? block.labels().getFirst() : "";
            case "data" -> two ? "data." + block.labels().getFirst() : "";
            case "provider" -> one ? "provider." + block.labels().getFirst() : "";
            case "module", "variable", "output" -> one ? block.type() : "";
            case "terraform" -> block.type();
            default -> "";
        };
    }

    private static String name(ReadHcl.Block block) {
        String labels = String.join(".", block.labels());
        return switch (block.type()) {
            case "resource" -> labels;
            case "terraform" -> "terraform";
            case "provider" ->
                    block.body().nodes().get("alias") instanceof Node.Scalar alias
                            ? "provider." + labels + "." + alias.text()
                            : "provider." + labels;
            default -> block.type() + "." + labels;
        };
    }
}
