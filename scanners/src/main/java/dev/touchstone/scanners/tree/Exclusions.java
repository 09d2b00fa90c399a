package dev.touchstone.scanners.tree;

import java.util.Optional;

/** Which files the settings keep out of a scan. */
@FunctionalInterface
public interface Exclusions {

    Exclusions NONE = path -> Optional.empty();

    /**
     * The reason that the settings give for leaving this file out.
     *
     * @param path relative to the root, with forward slashes
     */
    Optional<String> reason(String path);
}
