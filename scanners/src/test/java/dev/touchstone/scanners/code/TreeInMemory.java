package dev.touchstone.scanners.code;

import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A tree of one file. */
record TreeInMemory(String path, byte[] content) implements ScannedTree {

    TreeInMemory(String path, String text) {
        this(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Path root() {
        return Path.of("/").toAbsolutePath();
    }

    @Override
    public List<ScannedFile> files() {
        return List.of(new ScannedFile(path, content.length));
    }

    @Override
    public List<LeftOut> leftOut() {
        return List.of();
    }

    @Override
    public byte[] read(ScannedFile file) {
        return content;
    }
}
