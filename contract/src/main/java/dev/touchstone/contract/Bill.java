package dev.touchstone.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials as read from a file.
 *
 * @param format for example {@code CycloneDX 1.6 JSON}
 * @param serialNumber of the document, when it has one
 * @param subject the component that the bill describes, when named
 * @param components in document order, nested ones flattened, without the subject
 * @param faults warnings only; a bill with errors is refused
 */
public record Bill(
        String format,
        @Nullable String serialNumber,
        @Nullable Component subject,
        List<Component> components,
        List<Dependency> dependencies,
        List<Fault> faults) {

    public Bill {
        components = List.copyOf(components);
        dependencies = List.copyOf(dependencies);
        faults = List.copyOf(faults);
    }

    /**
     * A package in a version.
     *
     * @param ref the document's own id for it
     * @param purl package URL; kept as text even when it is malformed (then a fault says so)
     */
    public record Component(
            @Nullable String ref,
            String type,
            @Nullable String group,
            String name,
            @Nullable String version,
            @Nullable String purl,
            List<String> licences) {

        public Component {
            licences = List.copyOf(licences);
        }
    }

    /** The component {@code ref} needs the components {@code dependsOn}. */
    public record Dependency(String ref, List<String> dependsOn) {

        public Dependency {
            dependsOn = List.copyOf(dependsOn);
        }
    }
}
