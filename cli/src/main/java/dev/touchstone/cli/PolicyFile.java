package dev.touchstone.cli;

import dev.touchstone.engine.policy.Policy;
import dev.touchstone.engine.policy.PolicyReader;
import dev.touchstone.engine.policy.PolicyReading;
import dev.touchstone.engine.policy.ShippedPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy from a file, from a folder that holds one, or the one that ships. */
final class PolicyFile {

    private PolicyFile() {}

    static Policy read(Terminal terminal, @Nullable Path place) throws IOException {
        if (place == null) {
            return ShippedPack.ofDefaults().defaultPolicy();
        }
        var file = Files.isDirectory(place) ? only(place) : place;
        return switch (new PolicyReader().read(Readable.text(file))) {
            case PolicyReading.Accepted(Policy policy) -> policy;
            case PolicyReading.Refused refused -> {
                refused.faults().forEach(fault -> terminal.fault(file.toString(), fault));
                throw Trouble.wrongUse("trouble.policy", file, refused.faults().size());
            }
        };
    }

    private static Path only(Path folder) throws IOException {
        List<Path> found;
        try (var files = Files.list(folder)) {
            found =
                    files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                            .filter(file -> !file.endsWith("pack.yml"))
                            .filter(file -> !file.endsWith("precision.yml"))
                            .sorted()
                            .toList();
        }
        if (found.isEmpty() && Files.isDirectory(folder.resolve("policies"))) {
            return only(folder.resolve("policies"));
        }
        if (found.size() != 1) {
            throw Trouble.wrongUse("trouble.policyFolder", folder, found.size());
        }
        return found.getFirst();
    }
}
