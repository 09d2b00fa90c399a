package dev.touchstone.scanners.bills;

import dev.touchstone.contract.Bill;
import dev.touchstone.formats.BillContents.Scope;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one file names.
 *
 * @param path of the file
 * @param kind what the file is, for example {@code package-lock.json, version 3}
 * @param method how it was read, for example {@code lock file}
 * @param project the project itself
 * @param packages in the order of their package URLs, each once
 * @param direct package URLs that the project itself asks for
 * @param graphKnown false when the file does not say what needs what; then all are direct
 * @param notes what is not certain about it
 * @param leftOut what inside of it was not looked at
 */
public record Locked(
        String path,
        String kind,
        String method,
        Own project,
        List<Package> packages,
        Set<String> direct,
        boolean graphKnown,
        List<String> notes,
        List<LeftOut> leftOut) {

    public Locked {
        packages = List.copyOf(packages);
        direct = Set.copyOf(direct);
        notes = List.copyOf(notes);
        leftOut = List.copyOf(leftOut);
    }

    /** A project of the tree; its package URL is null when the file names no project. */
    public record Own(@Nullable String purl, String name, @Nullable String version) {}

    /**
     * A package in a version.
     *
     * @param own whether it is a part of the scanned project itself
     * @param needs package URLs
     * @param hashes hexadecimal, by the name that CycloneDX gives the algorithm
     */
    public record Package(
            Bill.Component component,
            Scope scope,
            boolean own,
            Set<String> needs,
            Map<String, String> hashes,
            Map<String, String> properties) {

        public Package {
            needs = Set.copyOf(needs);
            hashes = Map.copyOf(hashes);
            properties = Map.copyOf(properties);
        }

        public String purl() {
            String purl = component.purl();
            if (purl == null) throw new IllegalStateException(component.name() + " has no purl");
            return purl;
        }
    }
}
