package dev.touchstone.scanners.bills;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The directory of a ZIP archive in memory. Nothing is written to disk, so names are mere text; a
 * size that the directory states is never trusted.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    private final ByteBuffer bytes;
    private final long shift;

    private ZipDirectory(ByteBuffer bytes, long shift) {
        this.bytes = bytes;
        this.shift = shift;
    }

    /** A file in the archive. */
    record Entry(String name, int method, boolean encrypted, long packed, long local) {}

    /** What was asked for is larger than allowed. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    /** An archive with its entries, at most {@code most} of them. */
    record Opened(ZipDirectory directory, List<Entry> entries, boolean cut) {}

    static Opened open(byte[] content, int most) throws MalformedLock {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end(bytes);
            long size = bytes.getInt(end + 12) & 0xFFFFFFFFL;
            long offset = bytes.getInt(end + 16) & 0xFFFFFFFFL;
            long count = bytes.getShort(end + 10) & 0xFFFF;
            long directoryEnd = end;
            if (end >= 20 && bytes.getInt(end - 20) == LOCATOR_64) {
                int end64 = end64(bytes, end - 20);
                count = bytes.getLong(end64 + 32);
                size = bytes.getLong(end64 + 40);
                offset = bytes.getLong(end64 + 48);
                directoryEnd = end64;
            }
            // A program may stand before the archive: its offsets then count from where it begins.
            long start = directoryEnd - size;
            if (start < 0 || start < offset) {
                throw new MalformedLock("", "is no archive: its directory lies outside of it");
            }
            ZipDirectory directory = new ZipDirectory(bytes, start - offset);
            List<Entry> entries = new ArrayList<>();
            int at = Math.toIntExact(start);
            boolean cut = false;
            while (at + 46 <= directoryEnd && bytes.getInt(at) == CENTRAL) {
                if (entries.size() >= most) {
                    cut = true;
                    break;
                }
                int names = bytes.getShort(at + 28) & 0xFFFF;
                int extra = bytes.getShort(at + 30) & 0xFFFF;
                int comment = bytes.getShort(at + 32) & 0xFFFF;
                entries.add(directory.entry(at, names));
                at += 46 + names + extra + comment;
            }
            if (entries.isEmpty() && count > 0) {
                throw new MalformedLock("", "is no archive: its directory is broken");
            }
            return new Opened(directory, entries, cut);
        } catch (IndexOutOfBoundsException | ArithmeticException broken) {
            throw new MalformedLock("", "is no archive: it was cut off or its directory is broken");
        }
    }

    private static int end(ByteBuffer bytes) throws MalformedLock {
        int lowest = Math.max(0, bytes.limit() - 22 - 0xFFFF);
        for (int at = bytes.limit() - 22; at >= lowest; at--) {
            if (bytes.getInt(at) == END) return at;
        }
        throw new MalformedLock("", "is no archive: it has no directory");
    }

    private static int end64(ByteBuffer bytes, int locator) throws MalformedLock {
        long stated = bytes.getLong(locator + 8);
        if (stated >= 0 && stated + 56 <= locator && bytes.getInt((int) stated) == END_64) {
            return (int) stated;
        }
        int usual = locator - 56;
        if (usual >= 0 && bytes.getInt(usual) == END_64) return usual;
        throw new MalformedLock("", "is no archive: its large directory is broken");
    }

    private Entry entry(int at, int names) {
        byte[] name = new byte[names];
        bytes.get(at + 46, name);
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                bytes.getShort(at + 10) & 0xFFFF,
                (bytes.getShort(at + 8) & 1) != 0,
                bytes.getInt(at + 20) & 0xFFFFFFFFL,
                bytes.getInt(at + 42) & 0xFFFFFFFFL);
    }

    /**
     * The content of an entry.
     *
     * @param most bytes
     * @throws TooLarge when there is more of it, or it is packed tighter than {@code ratio}
     */
    byte[] read(Entry entry, long most, int ratio) throws MalformedLock, TooLarge {
        if (entry.encrypted) throw new MalformedLock("", "is encrypted");
        try {
            int local = Math.toIntExact(entry.local + shift);
            if (bytes.getInt(local) != LOCAL) throw new MalformedLock("", "has no local header");
            int data =
                    local
                            + 30
                            + (bytes.getShort(local + 26) & 0xFFFF)
                            + (bytes.getShort(local + 28) & 0xFFFF);
            int packed = Math.toIntExact(Math.min(entry.packed, bytes.limit() - (long) data));
            return switch (entry.method) {
                case 0 -> stored(data, packed, most);
                case 8 -> inflated(data, packed, most, ratio);
                default -> throw new MalformedLock("", "is packed in an unknown way");
            };
        } catch (IndexOutOfBoundsException | ArithmeticException | DataFormatException broken) {
            throw new MalformedLock("", "cannot be unpacked");
        }
    }

    private byte[] stored(int data, int packed, long most) throws TooLarge {
        if (packed > most) throw new TooLarge("more than %,d bytes".formatted(most));
        byte[] content = new byte[packed];
        bytes.get(data, content);
        return content;
    }

    private byte[] inflated(int data, int packed, long most, int ratio)
            throws DataFormatException, TooLarge {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes.array(), data, packed);
            byte[] content = new byte[(int) Math.min(packed * 4L + 256, 1 << 20)];
            int length = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(content, length, content.length - length);
                length += more;
                if (length > most) throw new TooLarge("more than %,d bytes".formatted(most));
                if (length > ArchiveLimits.HARMLESS && length / ratio > packed) {
                    throw new TooLarge("packed tighter than 1 to " + ratio);
                }
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("cut off");
                }
                if (length == content.length && !inflater.finished()) {
                    content = Arrays.copyOf(content, grown(content.length, most));
                }
            }
            return Arrays.copyOf(content, length);
        }
    }

    private static int grown(int size, long most) {
        return (int) Math.min(Math.max(size * 2L, 1024), Math.min(most + 1, Integer.MAX_VALUE - 8));
    }
}
