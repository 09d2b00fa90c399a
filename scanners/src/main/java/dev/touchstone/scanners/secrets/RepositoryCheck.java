package dev.touchstone.scanners.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether a repository's store lies within the folder, whole, and leads nowhere else. */
final class RepositoryCheck {

    private static final int LARGEST_CONFIG = 1_000_000;

    private RepositoryCheck() {}

    static boolean exists(Path root) {
        return Files.exists(root.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
    }

    /** Why it is not read; null when it may be. */
    static @Nullable String refusal(Path root) throws IOException {
        Path git = root.resolve(".git");
        if (!Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
            return "the repository's store lies elsewhere (.git is a link or names another folder); scan the main work tree to see its history";
        }
        if (Files.exists(git.resolve("commondir"))) {
            return "the repository shares the store of another one (commondir)";
        }
        Path alternates = git.resolve("objects/info/alternates");
        if (Files.exists(alternates) && Files.size(alternates) > 0) {
            return "objects lie in another repository (objects/info/alternates); run git repack -a -d and remove that file";
        }
        Path config = git.resolve("config");
        if (Files.isRegularFile(config) && Files.size(config) > LARGEST_CONFIG) {
            return "its config is larger than " + LARGEST_CONFIG + " bytes";
        }
        String settings =
                Files.isRegularFile(config)
                        ? Files.readString(config, StandardCharsets.ISO_8859_1)
                                .toLowerCase(Locale.ROOT)
                        : "";
        if (settings.contains("[include")) {
            return "its config includes other files";
        }
        String link = link(git);
        return link == null
                ? null
                : "there is a link in its store: " + git.relativize(Path.of(link));
    }

    private static @Nullable String link(Path git) throws IOException {
        var found = new AtomicReference<@Nullable String>();
        Files.walkFileTree(
                git,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                        if (is.isRegularFile() || file.startsWith(git.resolve("hooks"))) {
                            return FileVisitResult.CONTINUE;
                        }
                        found.set(file.toString());
                        return FileVisitResult.TERMINATE;
                    }
                });
        return found.get();
    }

    static boolean isShallow(Path root) {
        return Files.exists(root.resolve(".git/shallow"));
    }
}
