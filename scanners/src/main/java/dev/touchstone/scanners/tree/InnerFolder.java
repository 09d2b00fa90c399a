package dev.touchstone.scanners.tree;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open folder. What it opens lies in the folder that was opened, even when a name on the way has
 * become a link since; where the system cannot promise that, the name is looked at just before.
 */
final class InnerFolder implements Closeable {

    private final Path path;
    private final DirectoryStream<Path> names;

    private InnerFolder(Path path, DirectoryStream<Path> names) {
        this.path = path;
        this.names = names;
    }

    static InnerFolder root(Path root) throws IOException {
        return new InnerFolder(root, Files.newDirectoryStream(root));
    }

    InnerFolder folder(Path name) throws IOException {
        var inner = path.resolve(name);
        var secure = secure();
        if (secure != null) {
            return new InnerFolder(
                    inner, secure.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
        }
        if (!attributes(name).isDirectory()) {
            throw new NotDirectoryException(inner.toString());
        }
        return new InnerFolder(inner, Files.newDirectoryStream(inner));
    }

    SeekableByteChannel open(Path name) throws IOException {
        Set<java.nio.file.OpenOption> options =
                Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        var secure = secure();
        return secure == null
                ? Files.newByteChannel(path.resolve(name), options)
                : secure.newByteChannel(name, options);
    }

    BasicFileAttributes attributes(Path name) throws IOException {
        var secure = secure();
        return secure == null
                ? Files.readAttributes(
                        path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : secure.getFileAttributeView(
                                name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
    }

    /** The last parts of the paths of what lies in it. */
    List<Path> names() throws IOException {
        var all = new ArrayList<Path>();
        try {
            names.forEach(each -> all.add(each.getFileName()));
        } catch (java.nio.file.DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return all;
    }

    private @Nullable SecureDirectoryStream<Path> secure() {
        return names instanceof SecureDirectoryStream<Path> secure ? secure : null;
    }

    @Override
    public void close() throws IOException {
        names.close();
    }
}
