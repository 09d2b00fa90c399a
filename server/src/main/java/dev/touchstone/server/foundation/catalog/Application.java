package dev.touchstone.server.foundation.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is registered, owned and judged.
 *
 * @param key short upper-case word, unique in the legal entity; every visible id of the
 *     application's things starts with it
 * @param departmentPath ids from the root department down to the owning one
 * @param tier 1 (most important) to 4
 * @param dataGrade highest grade of data it holds, 1 to 5
 * @param owner display name of the person who answers for it
 */
public record Application(
        long id,
        long entityId,
        List<Long> departmentPath,
        String key,
        String name,
        int tier,
        int dataGrade,
        Exposure exposure,
        @Nullable String owner) {

    /** From where the application can be reached. */
    public enum Exposure {
        INTERNET,
        DEDICATED_LINE,
        INTERNAL
    }
}
