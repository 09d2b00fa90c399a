package dev.touchstone.scanners.infrastructure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file may be by its path; its text decides. */
enum FileKind {
    DOCKERFILE,
    TERRAFORM,
    YAML,
    JSON,
    CHART,
    VALUES;

    private static final Pattern DOCKER =
            Pattern.compile(
                    "(dockerfile|containerfile)([.-](?!md$|txt$|ya?ml$|json$|sh$|py$|js$|ts$|go$|java$|html$|dockerignore$).*)?"
                            + "|.*\\.(dockerfile|containerfile)");

    static Optional<FileKind> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (isTerraform(name)) return Optional.of(TERRAFORM);
        if (name.equals("chart.yaml") || name.equals("chart.yml")) return Optional.of(CHART);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        if (yaml && name.startsWith("values") && !isTemplate(path)) return Optional.of(VALUES);
        if (yaml) return Optional.of(YAML);
        if (DOCKER.matcher(name).matches()) return Optional.of(DOCKERFILE);
        if (name.endsWith(".json") && !name.endsWith("-lock.json")) return Optional.of(JSON);
        return Optional.empty();
    }

    private static boolean isTerraform(String name) {
        return name.endsWith(".tf")
                || name.endsWith(".tf.json")
                || name.endsWith(".tfvars")
                || name.endsWith(".tfvars.json");
    }

    static boolean isTemplate(String path) {
        return path.startsWith("templates/") || path.contains("/templates/");
    }
}
