package dev.touchstone.scanners.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree whose contents lie in memory: what is staged in git, or an example of a rule. */
public final class TreeInMemory implements ScannedTree {

    private final Path root;
    private final TreeMap<String, byte[]> contents;
    private final List<LeftOut> leftOut;

    /**
     * @param root where the tree would lie; nothing is read from there
     * @param contents by path
     */
    public TreeInMemory(Path root, Map<String, byte[]> contents, List<LeftOut> leftOut) {
        this.root = root.toAbsolutePath().normalize();
        this.contents = new TreeMap<>(contents);
        this.leftOut = List.copyOf(leftOut);
    }

    /** One file with this text. */
    public static TreeInMemory of(String path, String text) {
        return of(Map.of(path, text));
    }

    /** Texts by path. */
    public static TreeInMemory of(Map<String, String> texts) {
        var contents = new TreeMap<String, byte[]>();
        texts.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new TreeInMemory(Path.of("/in-memory"), contents, List.of());
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public List<ScannedFile> files() {
        return contents.entrySet().stream()
                .map(entry -> new ScannedFile(entry.getKey(), entry.getValue().length))
                .toList();
    }

    @Override
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    @Override
    public byte[] read(ScannedFile file) throws IOException {
        var content = contents.get(file.path());
        if (content == null) {
            throw new NoSuchFileException(file.path());
        }
        return content.clone();
    }
}
