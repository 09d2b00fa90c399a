package dev.touchstone.scanners.tree;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tree of a folder on disk, walked once. */
public final class FolderTree implements ScannedTree {

    private final Path root;
    private final TreeBounds bounds;
    private final List<ScannedFile> files;
    private final List<LeftOut> leftOut;

    /** Where each path lies: a name that is no UTF-8 cannot be opened by its text. */
    private final Map<String, Path> places;

    FolderTree(
            Path root,
            TreeBounds bounds,
            TreeMap<String, WalkFolder.Place> found,
            List<LeftOut> leftOut) {
        this.root = root;
        this.bounds = bounds;
        this.files =
                found.entrySet().stream()
                        .map(entry -> new ScannedFile(entry.getKey(), entry.getValue().size()))
                        .toList();
        this.leftOut = List.copyOf(leftOut);
        this.places = new TreeMap<>();
        found.forEach((path, place) -> places.put(path, place.path()));
    }

    /**
     * Walks the folder.
     *
     * @throws IOException when the folder itself cannot be listed
     */
    public static FolderTree walk(Path folder, TreeBounds bounds, Exclusions exclusions)
            throws IOException {
        return new WalkFolder(folder.toAbsolutePath().normalize(), bounds, exclusions).walk();
    }

    public static FolderTree walk(Path folder) throws IOException {
        return walk(folder, TreeBounds.DEFAULT, Exclusions.NONE);
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public List<ScannedFile> files() {
        return files;
    }

    @Override
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    @Override
    public byte[] read(ScannedFile file) throws IOException {
        var place = places.get(file.path());
        if (place == null) {
            throw new NoSuchFileException(file.path());
        }
        Deque<InnerFolder> open = new ArrayDeque<>();
        try {
            open.push(InnerFolder.root(root));
            for (var i = 0; i < place.getNameCount() - 1; i++) {
                open.push(open.getFirst().folder(place.getName(i)));
            }
            return content(open.getFirst(), place.getFileName(), file);
        } finally {
            for (var folder : open) {
                folder.close();
            }
        }
    }

    private byte[] content(InnerFolder folder, Path name, ScannedFile file) throws IOException {
        var attributes = folder.attributes(name);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(file.path(), null, "is no regular file any more");
        }
        try (var channel = folder.open(name)) {
            return whole(channel, file);
        }
    }

    private byte[] whole(SeekableByteChannel channel, ScannedFile file) throws IOException {
        var size = channel.size();
        if (size > bounds.largest(file.path())) {
            throw new FileSystemException(file.path(), null, "has grown to " + size + " bytes");
        }
        var content = ByteBuffer.allocate(Math.toIntExact(size));
        while (content.hasRemaining()) {
            if (channel.read(content) < 0) {
                throw new EOFException(file.path() + " shrank while it was read");
            }
        }
        return content.array();
    }
}
