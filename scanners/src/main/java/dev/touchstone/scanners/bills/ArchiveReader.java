package dev.touchstone.scanners.bills;

import dev.touchstone.formats.BillContents.Scope;
import dev.touchstone.scanners.tree.LeftOut.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Java archives, and archives in them: what they are, and what they hold. */
final class ArchiveReader implements LockReader {
    private final ArchiveLimits limits;

    ArchiveReader(ArchiveLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(String path) {
        return isArchive(path);
    }

    private static boolean isArchive(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jar") || lower.endsWith(".war") || lower.endsWith(".ear");
    }

    @Override
    public Locked read(LockFile file) throws MalformedLock {
        Reading reading = new Reading(limits);
        LockDraft.Draft whole = reading.archive(file.path(), file.content(), 1);
        if (whole != null) reading.draft.direct(whole.purl, Scope.REQUIRED);
        return reading.draft.locked(file, "archive", "contents of an archive");
    }

    /** One file with all that is inside; the budget holds for all of it together. */
    private static final class Reading {
        private final ArchiveLimits limits;
        private final LockDraft draft = new LockDraft("maven");
        private int entries;
        private long unpacked;

        Reading(ArchiveLimits limits) {
            this.limits = limits;
        }

        LockDraft.@Nullable Draft archive(String path, byte[] content, int depth)
                throws MalformedLock {
            ZipDirectory.Opened opened = ZipDirectory.open(content, limits.entries() - entries);
            entries += opened.entries().size();
            if (opened.cut()) {
                draft.leftOut(
                        path,
                        Reason.TOO_MUCH_INSIDE,
                        "more than %,d entries".formatted(limits.entries()));
            }
            ArchiveNames names = new ArchiveNames(LockFile.nameOf(path));
            List<ZipDirectory.Entry> inner = new ArrayList<>();
            for (ZipDirectory.Entry entry : opened.entries()) {
                if (isArchive(entry.name())) {
                    inner.add(entry);
                } else if (names.wants(entry.name())) {
                    byte[] text = unpack(opened.directory(), entry, path, 1 << 20);
                    if (text != null) names.take(entry.name(), text);
                } else {
                    names.sees(entry.name());
                }
            }
            LockDraft.Draft whole = add(names.whole(), content);
            for (ArchiveNames.Identity each : names.shaded()) {
                LockDraft.Draft part = add(each, null);
                part.property("inside", LockFile.nameOf(path));
                whole.need(part.purl);
            }
            for (ZipDirectory.Entry entry : inner) {
                inside(opened.directory(), entry, path, depth, whole);
            }
            return whole;
        }

        private void inside(
                ZipDirectory directory,
                ZipDirectory.Entry entry,
                String path,
                int depth,
                LockDraft.Draft whole) {
            String place = path + "!/" + entry.name();
            if (depth >= limits.depth()) {
                draft.leftOut(
                        place,
                        Reason.TOO_MUCH_INSIDE,
                        "archives are opened to a depth of " + limits.depth());
                return;
            }
            byte[] content = unpack(directory, entry, path, limits.innerBytes());
            if (content == null) return;
            try {
                LockDraft.Draft part = archive(place, content, depth + 1);
                if (part != null) whole.need(part.purl);
            } catch (MalformedLock malformed) {
                draft.leftOut(place, Reason.MALFORMED, String.valueOf(malformed.getMessage()));
            }
        }

        private byte @Nullable [] unpack(
                ZipDirectory directory, ZipDirectory.Entry entry, String path, int most) {
            String place = path + "!/" + entry.name();
            try {
                long left = limits.unpackedBytes() - unpacked;
                byte[] content = directory.read(entry, Math.min(most, left), limits.ratio());
                unpacked += content.length;
                return content;
            } catch (ZipDirectory.TooLarge large) {
                draft.leftOut(place, Reason.TOO_MUCH_INSIDE, String.valueOf(large.getMessage()));
            } catch (MalformedLock malformed) {
                draft.leftOut(place, Reason.MALFORMED, String.valueOf(malformed.getMessage()));
            }
            return null;
        }

        private LockDraft.Draft add(ArchiveNames.Identity identity, byte @Nullable [] content) {
            LockDraft.Draft each =
                    draft.add(
                            identity.group() == null ? "generic" : "maven",
                            identity.group(),
                            identity.name(),
                            identity.version(),
                            Map.of());
            each.property("identified", identity.by());
            if (content != null) {
                each.hash(digest("SHA-1", content));
                each.hash(digest("SHA-256", content));
            }
            return each;
        }

        private static String digest(String algorithm, byte[] content) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance(algorithm).digest(content));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("every Java platform has " + algorithm, missing);
            }
        }
    }
}
