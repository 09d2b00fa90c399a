package dev.touchstone.scanners.infrastructure;

import dev.touchstone.scanners.tree.LeftOut;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of one unit as resources; what cannot be read is left out, with its line. */
final class ReadResources {

    private static final int LONGEST = 20_000_000;

    private final List<Resource> resources = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final TerraformModule module = new TerraformModule();
    private final Map<String, String> texts = new LinkedHashMap<>();

    List<Resource> resources() {
        return resources;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** The texts of what was read, by path. */
    Map<String, String> texts() {
        return texts;
    }

    void add(String path, byte[] bytes) {
        FileKind kind = FileKind.of(path).orElseThrow();
        if (bytes.length > LONGEST) {
            leftOut.add(new LeftOut(path, LeftOut.Reason.TOO_LARGE, bytes.length + " bytes"));
            return;
        }
        String text = decode(bytes);
        texts.put(path, text);
        try {
            switch (kind) {
                case TERRAFORM -> tell(path, module.add(path, text));
                case DOCKERFILE -> {
                    var reading = ReadDockerfile.read(text);
                    resources.add(DockerfileResources.of(path, reading.instructions()));
                    tell(path, reading.faults());
                }
                case JSON -> json(path, text);
                case YAML -> yaml(path, text);
                case CHART -> helm(path, text, "helm-chart");
                case VALUES -> helm(path, text, "helm-values");
            }
        } catch (Malformed e) {
            leftOut.add(e.in(path));
        }
    }

    private void tell(String path, List<Malformed> faults) {
        faults.forEach(fault -> leftOut.add(fault.in(path)));
    }

    /** After the last file: only now all of a Terraform module is known. */
    void close(String anyPath) {
        try {
            resources.addAll(module.resources());
        } catch (Malformed e) {
            leftOut.add(e.in(anyPath));
        }
    }

    private void json(String path, String text) throws Malformed {
        if (!text.contains("\"apiVersion\"") || !text.contains("\"kind\"")) return;
        resources.addAll(KubernetesResources.of(path, ReadJson.read(text, 1)));
    }

    private void helm(String path, String text, String type) throws Malformed {
        if (KubernetesResources.mayBe(text)) {
            yaml(path, text);
            return;
        }
        Node root = ReadYaml.read(text, 1);
        if (!(root instanceof Node.Fields fields)) return;
        String name = path.substring(path.lastIndexOf('/') + 1);
        resources.add(
                new Resource(Resource.Kind.HELM, type, name, path, 1, fields.endLine(), fields));
    }

    private void yaml(String path, String text) throws Malformed {
        boolean compose = ComposeResources.isNamed(path.substring(path.lastIndexOf('/') + 1));
        if (!compose && !text.contains("apiVersion") && !text.contains("services:")) return;
        if (FileKind.isTemplate(path) && text.contains("{{")) {
            leftOut.add(
                    new LeftOut(
                            path,
                            LeftOut.Reason.MALFORMED,
                            "a Helm template; render the chart (helm template) to have it looked"
                                    + " at"));
            return;
        }
        for (YamlDocuments.Document document : YamlDocuments.cut(text)) {
            boolean manifest = KubernetesResources.mayBe(document.text());
            if (!manifest && !compose && !document.text().contains("services:")) continue;
            try {
                Node root = ReadYaml.read(document.text(), document.line());
                if (root == null) continue;
                if (manifest) resources.addAll(KubernetesResources.of(path, root));
                else if (compose || ComposeResources.is(root)) {
                    resources.addAll(ComposeResources.of(path, root));
                }
            } catch (Malformed e) {
                if (manifest || compose) leftOut.add(e.in(path));
            }
        }
    }

    private static String decode(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        int from = 0;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            from = 3;
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            from = 2;
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            from = 2;
        }
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }
}
