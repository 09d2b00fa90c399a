package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Dockerfile as one resource: its instructions and its stages. */
final class DockerfileResources {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)(?::?([-+])([^}]*))?}|([A-Za-z_]\\w*))");

    private final Map<String, String> globals = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();

    private DockerfileResources() {}

    private static final class Stage {
        private final Map<String, Node> fields = new LinkedHashMap<>();
        private final List<Node> instructions = new ArrayList<>();
        private int line;
        private int end;
    }

    static Resource of(String path, List<ReadDockerfile.Instruction> instructions)
            throws Malformed {
        if (instructions.stream().noneMatch(each -> each.name().equals("FROM"))) {
            throw new Malformed(1, "a Dockerfile has a FROM");
        }
        var reader = new DockerfileResources();
        var all = new ArrayList<Node>();
        for (var each : instructions) all.add(reader.take(each));
        int end = instructions.getLast().endLine();
        var attributes = new LinkedHashMap<String, Node>();
        attributes.put("instructions", new Node.Items(all, 1, end));
        attributes.put("stages", reader.stages(end));
        return new Resource(
                Resource.Kind.DOCKERFILE,
                "dockerfile",
                path.substring(path.lastIndexOf('/') + 1),
                path,
                1,
                end,
                new Node.Fields(attributes, 1, end));
    }

    private Node take(ReadDockerfile.Instruction instruction) {
        Node.Fields node = node(instruction);
        if (instruction.name().equals("FROM") && !instruction.onBuild()) {
            stages.add(stage(instruction));
        } else if (stages.isEmpty() && instruction.name().equals("ARG")) {
            String[] pair = instruction.text().split("=", 2);
            if (pair.length == 2) globals.put(pair[0].strip(), unquoted(pair[1]));
        }
        if (!stages.isEmpty()) {
            Stage stage = stages.getLast();
            stage.instructions.add(node);
            stage.end = instruction.endLine();
            String name = instruction.name();
            if (name.equals("USER") && !instruction.onBuild()) {
                stage.fields.put("user", value(instruction.text(), instruction));
            } else if (name.equals("HEALTHCHECK")) {
                stage.fields.put("healthcheck", node);
            }
        }
        return node;
    }

    private Stage stage(ReadDockerfile.Instruction from) {
        var stage = new Stage();
        stage.line = from.line();
        stage.end = from.endLine();
        String[] words = from.text().split("\\s+");
        if (words.length >= 3 && words[1].equalsIgnoreCase("AS")) {
            stage.fields.put("name", value(words[2], from));
        }
        Node image = value(words[0], from);
        stage.fields.put("image", image);
        if (from.flags().containsKey("platform")) {
            stage.fields.put("platform", value(from.flags().get("platform"), from));
        }
        Stage parent = image instanceof Node.Scalar known ? named(known.text()) : null;
        stage.fields.put("base", new Node.Scalar(base(image, parent), from.line(), from.line()));
        if (parent != null && parent.fields.get("user") instanceof Node user) {
            stage.fields.put("user", user);
        }
        if (parent != null && parent.fields.get("healthcheck") instanceof Node check) {
            stage.fields.put("healthcheck", check);
        }
        return stage;
    }

    private static String base(Node image, @Nullable Stage parent) {
        if (parent != null) return "stage";
        return image instanceof Node.Scalar known && known.text().equals("scratch")
                ? "scratch"
                : "image";
    }

    private @Nullable Stage named(String image) {
        for (Stage stage : stages.reversed()) {
            if (stage.fields.get("name") instanceof Node.Scalar name
                    && name.text().equalsIgnoreCase(image)) {
                return stage;
            }
        }
        return null;
    }

    private Node.Items stages(int end) {
        var all = new ArrayList<Node>();
        for (Stage stage : stages) {
            boolean last = stage == stages.getLast();
            stage.fields.put("final", new Node.Scalar(last, stage.line, stage.line));
            stage.fields.put(
                    "instructions", new Node.Items(stage.instructions, stage.line, stage.end));
            all.add(new Node.Fields(stage.fields, stage.line, stage.line));
        }
        return new Node.Items(all, 1, end);
    }

    private Node.Fields node(ReadDockerfile.Instruction from) {
        var fields = new LinkedHashMap<String, Node>();
        fields.put("name", new Node.Scalar(from.name(), from.line(), from.line()));
        fields.put("text", new Node.Scalar(from.text(), from.line(), from.endLine()));
        fields.put("onbuild", new Node.Scalar(from.onBuild(), from.line(), from.line()));
        var flags = new LinkedHashMap<String, Node>();
        from.flags().forEach((name, value) -> flags.put(name, value(value, from)));
        fields.put("flags", new Node.Fields(flags, from.line(), from.line()));
        return new Node.Fields(fields, from.line(), from.endLine());
    }

    /** With the values of ARGs before the first FROM; a variable that nobody sets is unknown. */
    private Node value(@Nullable String text, ReadDockerfile.Instruction at) {
        String raw = text == null ? "" : unquoted(text);
        Matcher variable = VARIABLE.matcher(raw);
        var filled = new StringBuilder();
        int end = 0;
        while (variable.find()) {
            String name = variable.group(1) != null ? variable.group(1) : variable.group(4);
            String value = globals.get(name);
            if (value == null && "-".equals(variable.group(2))) value = variable.group(3);
            if (value == null) return new Node.Unknown(raw, true, at.line(), at.endLine());
            filled.append(raw, end, variable.start()).append(value);
            end = variable.end();
        }
        filled.append(raw.substring(end));
        return new Node.Scalar(filled.toString(), at.line(), at.endLine());
    }

    private static String unquoted(String text) {
        String shown = text.strip();
        boolean quoted =
                shown.length() > 1
                        && (shown.charAt(0) == '"' || shown.charAt(0) == '\'')
                        && shown.charAt(shown.length() - 1) == shown.charAt(0);
        return quoted ? shown.substring(1, shown.length() - 1) : shown;
    }
}
