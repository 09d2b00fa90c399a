package dev.touchstone.formats;

import dev.touchstone.contract.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run says about its scanner: the driver, extensions with rules of their own, and
 * taxonomies.
 */
record SarifTool(Component driver, List<Component> extensions, List<Component> taxonomies) {

    /** A part of a scanner, or a taxonomy; {@code rules} holds the classes of a taxonomy. */
    record Component(
            String name,
            @Nullable String guid,
            @Nullable String version,
            boolean comprehensive,
            List<Rule> rules,
            Map<String, Rule> byId,
            Map<String, String> messages) {

        static Component none() {
            return new Component("", null, null, false, List.of(), Map.of(), Map.of());
        }
    }

    /** What is known of a rule. */
    record Rule(
            String id,
            @Nullable String guid,
            @Nullable String name,
            @Nullable String title,
            @Nullable String description,
            Map<String, String> messages,
            @Nullable String helpUri,
            @Nullable String level,
            Marks marks,
            List<Reference> classes) {}

    /** What properties of a rule or of a result say about severity and weakness class. */
    record Marks(@Nullable Severity severity, List<Integer> cwes) {
        static final Marks NONE = new Marks(null, List.of());
    }

    /** Names a rule or a class: by index, id or GUID, in the driver or in a named component. */
    record Reference(
            int index,
            @Nullable String id,
            @Nullable String guid,
            int componentIndex,
            @Nullable String componentName,
            @Nullable String componentGuid) {

        boolean namesComponent() {
            return componentIndex >= 0 || componentName != null || componentGuid != null;
        }
    }

    /** The rule that a reference means, or null when the report does not describe it. */
    @Nullable Rule rule(Reference reference) {
        Component named = reference.namesComponent() ? component(reference, extensions) : null;
        Rule rule = rule(reference, named == null ? driver : named);
        if (rule != null || reference.id() == null) return rule;
        for (Component extension : extensions) {
            rule = byHierarchicalId(reference.id(), extension);
            if (rule != null) return rule;
        }
        return null;
    }

    /** The component that holds the texts of this rule. */
    Component holding(Rule rule) {
        for (Component extension : extensions) {
            if (extension.byId().get(rule.id()) == rule) return extension;
        }
        return driver;
    }

    /** The id of a class in the taxonomy CWE, or null when the reference means another one. */
    @Nullable String cweId(Reference reference) {
        Component taxonomy = component(reference, taxonomies);
        if (taxonomy == null) taxonomy = component(reference, extensions);
        String name = taxonomy == null ? reference.componentName() : taxonomy.name();
        if (name == null || !name.strip().equalsIgnoreCase("CWE")) return null;
        Rule known = taxonomy == null ? null : rule(reference, taxonomy);
        return known == null ? reference.id() : known.id();
    }

    private static @Nullable Component component(Reference reference, List<Component> components) {
        for (Component each : components) {
            if (reference.componentGuid() != null
                    && reference.componentGuid().equalsIgnoreCase(each.guid())) return each;
            if (reference.componentName() != null && reference.componentName().equals(each.name()))
                return each;
        }
        boolean byIndex =
                reference.componentName() == null
                        && reference.componentIndex() >= 0
                        && reference.componentIndex() < components.size();
        return byIndex ? components.get(reference.componentIndex()) : null;
    }

    private static @Nullable Rule rule(Reference reference, Component component) {
        Rule indexed = null;
        if (reference.index() >= 0 && reference.index() < component.rules().size()) {
            indexed = component.rules().get(reference.index());
            if (reference.id() == null || isBelow(reference.id(), indexed.id())) return indexed;
        }
        if (reference.guid() != null) {
            for (Rule each : component.rules()) {
                if (reference.guid().equalsIgnoreCase(each.guid())) return each;
            }
        }
        Rule named = reference.id() == null ? null : byHierarchicalId(reference.id(), component);
        return named == null ? indexed : named;
    }

    private static boolean isBelow(String id, String ancestor) {
        return id.equals(ancestor) || id.startsWith(ancestor + "/");
    }

    /** {@code CA1000/1} is described by {@code CA1000} when it has no description of its own. */
    private static @Nullable Rule byHierarchicalId(String id, Component component) {
        for (String part = id; ; part = part.substring(0, part.lastIndexOf('/'))) {
            Rule rule = component.byId().get(part);
            if (rule != null || part.lastIndexOf('/') <= 0) return rule;
        }
    }
}
