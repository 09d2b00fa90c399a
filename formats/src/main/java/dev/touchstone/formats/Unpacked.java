package dev.touchstone.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The plain files of an upload: the upload itself, or what a gzip or zip file held. Closing it
 * deletes the temporary files, never the upload.
 */
public final class Unpacked implements AutoCloseable {
    private final List<Member> members = new ArrayList<>();
    private final Limits limits;
    private @Nullable Path folder;
    private long total;

    private Unpacked(Limits limits) {
        this.limits = limits;
    }

    /**
     * One plain file.
     *
     * @param name inside the archive; empty for an upload that is no archive
     */
    public record Member(String name, Path file) {}

    /**
     * Unpacks what is packed and gives everything else as it is. Text in UTF-16 with a byte order
     * mark becomes UTF-8.
     *
     * @throws InvalidReport when a limit is passed, the archive is broken or a text is in no known
     *     encoding
     */
    public static Unpacked open(Path upload, Limits limits) throws IOException, InvalidReport {
        long size = Files.size(upload);
        if (size > limits.fileBytes()) {
            throw InvalidReport.at(
                    "upload",
                    "has %,d bytes; at most %,d are taken".formatted(size, limits.fileBytes()));
        }
        Unpacked unpacked = new Unpacked(limits);
        try {
            unpacked.add(upload);
            return unpacked;
        } catch (IOException | InvalidReport | RuntimeException failed) {
            unpacked.close();
            throw failed;
        }
    }

    /** In the order of the archive; at least one. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    @Override
    public void close() throws IOException {
        if (folder == null) return;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private void add(Path upload) throws IOException, InvalidReport {
        byte[] head;
        try (InputStream in = Files.newInputStream(upload)) {
            head = in.readNBytes(4);
        }
        if (startsWith(head, 0x1f, 0x8b)) {
            addGzip(upload);
        } else if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            addZip(upload);
        } else {
            members.add(new Member("", plain("", upload)));
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) return false;
        }
        return true;
    }

    private void addGzip(Path upload) throws IOException, InvalidReport {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(upload), 1 << 16)) {
            Path file = unpack("", in, Files.size(upload));
            members.add(new Member("", plain("", file)));
        } catch (ZipException | java.io.EOFException broken) {
            throw InvalidReport.at("upload", "is a broken gzip file: " + reason(broken));
        }
    }

    private void addZip(Path upload) throws IOException, InvalidReport {
        try (ZipFile zip = new ZipFile(upload.toFile())) {
            if (zip.size() > limits.members()) {
                throw InvalidReport.at(
                        "upload",
                        "is an archive of %,d files; at most %,d are taken"
                                .formatted(zip.size(), limits.members()));
            }
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory()) continue;
                String name = Texts.clean(entry.getName(), Texts.MOST_ID);
                try (InputStream in = zip.getInputStream(entry)) {
                    Path file = unpack(name, in, Math.max(1, entry.getCompressedSize()));
                    members.add(new Member(name, plain(name, file)));
                }
            }
        } catch (ZipException | java.io.EOFException broken) {
            throw InvalidReport.at("upload", "is a broken ZIP archive: " + reason(broken));
        }
        if (members.isEmpty()) throw InvalidReport.at("upload", "is an archive without files");
    }

    private static String reason(IOException broken) {
        return broken.getMessage() == null ? "it ends too early" : broken.getMessage();
    }

    private Path plain(String name, Path file) throws IOException, InvalidReport {
        return Plain.text(name.isEmpty() ? "upload" : name, file, this::temporary);
    }

    /** A new file that only this account can read. */
    private Path temporary() throws IOException {
        if (folder == null) folder = Files.createTempDirectory("touchstone-");
        return folder.resolve("member-" + members.size() + "-" + System.nanoTime());
    }

    private Path unpack(String name, InputStream in, long packed)
            throws IOException, InvalidReport {
        Path file = temporary();
        String place = name.isEmpty() ? "upload" : name;
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                total += read;
                if (size > limits.fileBytes()) {
                    throw InvalidReport.at(
                            place, "unpacks to more than %,d bytes".formatted(limits.fileBytes()));
                }
                if (total > limits.totalBytes()) {
                    throw InvalidReport.at(
                            place,
                            "the archive unpacks to more than %,d bytes"
                                    .formatted(limits.totalBytes()));
                }
                if (size > Limits.HARMLESS && size / packed >= limits.ratio()) {
                    throw InvalidReport.at(
                            place,
                            "unpacks to more than %d times its size; this is how a zip bomb looks"
                                    .formatted(limits.ratio()));
                }
                out.write(buffer, 0, read);
            }
        }
        return file;
    }
}
