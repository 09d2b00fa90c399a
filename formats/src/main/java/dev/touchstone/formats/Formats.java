package dev.touchstone.formats;

import java.io.IOException;
import java.nio.file.Path;

/** Tells formats apart by content, never by the file's name. */
public final class Formats {
    private Formats() {}

    /**
     * The format of an unpacked file.
     *
     * @throws InvalidReport when it is none of them; a format that is known but not read is named
     */
    public static ReportFormat detect(Path file) throws IOException, InvalidReport {
        throw InvalidReport.at("1:1", "formats are not told apart yet");
    }
}
