package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** One number over the names and contents of what a program reads. */
final class InputDigest {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest whole = sha256();

    /** Files, and what lies below folders, whatever order the file system lists it in. */
    void add(String what, List<Path> places) throws IOException {
        text(what);
        for (var place : places) {
            text(place.getFileName().toString());
            if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                for (var file : below(place).entrySet()) {
                    text(file.getKey());
                    content(file.getValue());
                }
            } else {
                content(place);
            }
        }
    }

    String hex() {
        return HexFormat.of().formatHex(whole.digest());
    }

    private void text(String text) {
        whole.update(text.getBytes(StandardCharsets.UTF_8));
        whole.update((byte) 0);
    }

    private void content(Path file) throws IOException {
        var own = sha256();
        var buffer = new byte[BUFFER];
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                own.update(buffer, 0, read);
            }
        }
        whole.update(own.digest());
    }

    private static TreeMap<String, Path> below(Path folder) throws IOException {
        var files = new TreeMap<String, Path>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            files.put(folder.relativize(file).toString(), file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
