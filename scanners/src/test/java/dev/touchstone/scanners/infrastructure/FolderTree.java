package dev.touchstone.scanners.infrastructure;

import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree for tests: files of a folder, or texts by path. */
final class FolderTree implements ScannedTree {

    private final Path root;
    private final Map<String, byte[]> contents = new TreeMap<>();

    private FolderTree(Path root) {
        this.root = root;
    }

    static FolderTree of(Path root) throws IOException {
        var tree = new FolderTree(root);
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (FileKind.of(path).isPresent())
                    tree.contents.put(path, Files.readAllBytes(file));
            }
        }
        return tree;
    }

    static FolderTree of(Map<String, String> texts) {
        var tree = new FolderTree(Path.of("/").toAbsolutePath());
        texts.forEach(
                (path, text) -> tree.contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return tree;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public List<ScannedFile> files() {
        var files = new ArrayList<ScannedFile>();
        contents.forEach((path, bytes) -> files.add(new ScannedFile(path, bytes.length)));
        return files;
    }

    @Override
    public List<LeftOut> leftOut() {
        return List.of();
    }

    @Override
    public byte[] read(ScannedFile file) {
        return contents.get(file.path());
    }
}
