package dev.touchstone.scanners.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the settings of a properties or YAML file, nested keys flattened. */
final class SettingsFile {

    private static final Pattern DEVELOPMENT =
            Pattern.compile(
                    "(?i)(^|[-_.,&|\\s])(dev|develop|development|local|test|tests|it|demo)($|[-_.,&|\\s])");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}:]+(?::([^{}]*))?}");

    private static final int MOST_SETTINGS = 20_000;
    private static final int DEEPEST = 40;

    private SettingsFile() {}

    /**
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when it is no YAML
     */
    static List<Setting> read(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        boolean development =
                DEVELOPMENT.matcher(name.substring(0, Math.max(0, dot))).find()
                        || path.contains("src/test/");
        return name.endsWith(".properties")
                ? properties(text, development)
                : yaml(text, development);
    }

    private static List<Setting> properties(String text, boolean development) {
        var found = new ArrayList<Setting>();
        boolean profile = development;
        int number = 0;
        StringBuilder logical = new StringBuilder();
        int first = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (logical.isEmpty()) {
                first = number;
                if (line.startsWith("#---") || line.startsWith("!---")) profile = development;
                if (line.isBlank() || line.stripLeading().matches("[#!].*")) continue;
            }
            boolean goesOn = line.endsWith("\\") && !line.endsWith("\\\\");
            logical.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (goesOn) continue;
            String whole = logical.toString().strip();
            logical.setLength(0);
            int cut = separator(whole);
            String key = whole.substring(0, cut).strip();
            String value = cut < whole.length() ? whole.substring(cut + 1).strip() : "";
            if (isProfileKey(key)) profile = development || DEVELOPMENT.matcher(value).find();
            found.add(new Setting(key, resolved(value), first, 1, profile));
        }
        return found;
    }

    private static int separator(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '=' || c == ':') return i;
            if (c == ' ' || c == '\t') {
                int next = i;
                while (next < line.length() && Character.isWhitespace(line.charAt(next))) next++;
                return next < line.length() && "=:".indexOf(line.charAt(next)) >= 0 ? next : i;
            }
        }
        return line.length();
    }

    private static List<Setting> yaml(String text, boolean development) {
        var found = new ArrayList<Setting>();
        var settings =
                LoadSettings.builder()
                        .setCodePointLimit(2_000_000)
                        .setMaxAliasesForCollections(20)
                        .setAllowDuplicateKeys(true)
                        .build();
        for (Node document : new Compose(settings).composeAllFromString(text)) {
            var own = new ArrayList<Setting>();
            flatten("", document, own, 0);
            boolean profile =
                    development
                            || own.stream()
                                    .anyMatch(
                                            one ->
                                                    isProfileKey(one.key())
                                                            && DEVELOPMENT
                                                                    .matcher(one.value())
                                                                    .find());
            own.forEach(
                    one ->
                            found.add(
                                    new Setting(
                                            one.key(),
                                            one.value(),
                                            one.line(),
                                            one.column(),
                                            profile)));
        }
        return found;
    }

    private static boolean isProfileKey(String key) {
        String plain = key.replaceAll("\\[\\d+]", "");
        return plain.equals("spring.config.activate.on-profile") || plain.equals("spring.profiles");
    }

    private static void flatten(String key, Node node, List<Setting> found, int depth) {
        if (found.size() >= MOST_SETTINGS || depth > DEEPEST) return;
        switch (node) {
            case MappingNode map ->
                    map.getValue()
                            .forEach(
                                    entry -> {
                                        if (entry.getKeyNode() instanceof ScalarNode name) {
                                            String whole =
                                                    key.isEmpty()
                                                            ? name.getValue()
                                                            : key + "." + name.getValue();
                                            if (entry.getValueNode() instanceof ScalarNode value) {
                                                add(whole, value, name, found);
                                            } else {
                                                flatten(
                                                        whole,
                                                        entry.getValueNode(),
                                                        found,
                                                        depth + 1);
                                            }
                                        }
                                    });
            case SequenceNode list -> {
                int at = 0;
                for (Node item : list.getValue()) {
                    flatten(key + "[" + at++ + "]", item, found, depth + 1);
                }
            }
            case ScalarNode value -> add(key, value, value, found);
            default -> {}
        }
    }

    private static void add(String key, ScalarNode value, Node place, List<Setting> found) {
        var mark = place.getStartMark();
        int line = mark.map(m -> m.getLine() + 1).orElse(1);
        int column = mark.map(m -> m.getColumn() + 1).orElse(1);
        found.add(new Setting(key, resolved(value.getValue()), line, column, false));
    }

    /** Placeholders with their default, if they have one. */
    private static String resolved(String value) {
        return PLACEHOLDER
                .matcher(value)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        match.group(1) == null ? match.group() : match.group(1)));
    }

    /** True for the names that settings of applications go by. */
    static boolean isOne(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(properties|ya?ml)")) return false;
        return name.matches("(application|bootstrap|nacos|dubbo|config|shiro|druid)[-.\\w]*")
                || path.matches("(.*/)?(resources|config|conf|nacos)/.*");
    }
}
