package dev.touchstone.cli.scan;

import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tree that remembers the digest of each content that was read. A file that changes while it is
 * scanned is not read twice with two contents: an answer never belongs to another content than its
 * key says.
 */
final class ContentDigests implements ScannedTree {

    private final ScannedTree tree;
    private final Map<String, byte[]> digests = new ConcurrentHashMap<>();

    ContentDigests(ScannedTree tree) {
        this.tree = tree;
    }

    byte[] digest(ScannedFile file) throws IOException {
        var known = digests.get(file.path());
        if (known == null) {
            read(file);
            known = digests.get(file.path());
        }
        if (known == null) {
            throw new IllegalStateException(file.path());
        }
        return known;
    }

    /** What an answer about these files depends on, beside what answers. */
    String key(List<String> asked, List<ScannedFile> unit) throws IOException {
        var whole = sha256();
        for (var text : asked) {
            whole.update(text.getBytes(StandardCharsets.UTF_8));
            whole.update((byte) 0);
        }
        for (var file : unit) {
            whole.update(file.path().getBytes(StandardCharsets.UTF_8));
            whole.update((byte) 0);
            whole.update(digest(file));
        }
        return hex(whole.digest());
    }

    /** Where answers of this tool about this tree are kept. */
    String storeName(String tool) {
        return hex(tree.root() + "\n" + tool).substring(0, 32);
    }

    @Override
    public byte[] read(ScannedFile file) throws IOException {
        var content = tree.read(file);
        var digest = sha256().digest(content);
        var before = digests.putIfAbsent(file.path(), digest);
        if (before != null && !MessageDigest.isEqual(before, digest)) {
            throw new FileSystemException(file.path(), null, "changed while it was scanned");
        }
        return content;
    }

    @Override
    public Path root() {
        return tree.root();
    }

    @Override
    public List<ScannedFile> files() {
        return tree.files();
    }

    @Override
    public List<LeftOut> leftOut() {
        return tree.leftOut();
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    static String hex(String text) {
        return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
