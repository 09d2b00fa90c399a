package dev.touchstone.scanners.bills;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a bill is made.
 *
 * @param name of what the bill describes
 * @param localRepository a local repository of Maven that is read, never written, to complete what
 *     pom files alone do not say; null to read the tree alone
 * @param build whether commands of the project may be run: Maven then compiles it first, so that
 *     the local repository holds what it needs
 */
public record BillOptions(String name, @Nullable Path localRepository, boolean build) {

    /** The tree alone; nothing of it is run. */
    public static BillOptions ofTree(String name) {
        return new BillOptions(name, null, false);
    }
}
