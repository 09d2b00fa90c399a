package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a scanner said before of the very same inputs. */
public interface KeptReports {

    /** Keeps nothing. */
    KeptReports NONE =
            new KeptReports() {
                @Override
                public @Nullable Kept find(String key) {
                    return null;
                }

                @Override
                public void keep(String key, Kept report) {}
            };

    /**
     * A report as the program wrote it.
     *
     * @param messages what it said beside the report, in short
     */
    record Kept(Path report, int exit, String messages) {}

    @Nullable Kept find(String key) throws IOException;

    void keep(String key, Kept report) throws IOException;
}
