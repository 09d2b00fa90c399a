package dev.touchstone.cli.scan;

import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.settings.ChooseSettings;
import dev.touchstone.cli.settings.ProjectRepository;
import dev.touchstone.cli.settings.Settings;
import dev.touchstone.scanners.bills.BillOptions;
import dev.touchstone.scanners.secrets.SecretScanner;
import dev.touchstone.scanners.tree.FolderTree;
import dev.touchstone.scanners.tree.TreeBounds;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scans a folder, from its settings to the whole result. */
public final class ScanFolder {

    /**
     * What a person asks for.
     *
     * @param settings file that the platform or the CI gives
     * @param base what the change goes into
     * @param classpath libraries of the code, as they were named
     * @param build whether commands of the project may be run
     */
    public record Wish(
            Path folder,
            @Nullable Path settings,
            @Nullable String base,
            @Nullable String classpath,
            int minutes,
            int megabytes,
            boolean remember,
            boolean build) {}

    private final Terminal terminal;

    public ScanFolder(Terminal terminal) {
        this.terminal = terminal;
    }

    public ScanResult scan(Wish wish) throws IOException, InterruptedException {
        var root = wish.folder().toAbsolutePath().normalize();
        var holding = new ChooseSettings(terminal, root).choose(wish.settings(), wish.base());
        var cache = wish.remember() ? CacheFolder.of(terminal, root) : CacheFolder.none();
        var progress = new ShowProgress(terminal, cache);
        var secrets = new SecretScanner();
        try {
            var tree = FolderTree.walk(root, TreeBounds.DEFAULT, holding.settings().exclusions());
            return new RunScanners(cache, progress, Runtime.getRuntime().availableProcessors())
                    .run(
                            tree,
                            head(root),
                            holding,
                            new ScanParts(
                                    EmbeddedScanners.ofFiles(secrets),
                                    EmbeddedScanners.key(terminal),
                                    secrets,
                                    new ScanParts.Bytecode(
                                            EmbeddedScanners.ofBytecode(
                                                    wish.minutes(), wish.megabytes()),
                                            classpath(root, wish.classpath(), holding.settings())),
                                    billOptions(root, wish.build())));
        } finally {
            progress.close();
        }
    }

    /** The local repository of Maven is read where there is one: nothing of it is run. */
    private BillOptions billOptions(Path root, boolean build) {
        var repository = Path.of(terminal.environment("HOME", "/"), ".m2", "repository");
        return new BillOptions(
                String.valueOf(root.getFileName()),
                Files.isDirectory(repository) ? repository : null,
                build);
    }

    private static @Nullable String head(Path root) {
        try (var repository = ProjectRepository.around(root).orElse(null)) {
            return repository == null ? null : repository.head().orElse(null);
        }
    }

    /** The class path that was named or set, or the one that the build left. */
    private static List<Path> classpath(Path root, @Nullable String named, Settings settings)
            throws IOException {
        if (named != null) {
            return split(named);
        }
        if (settings.classpath() != null) {
            return settings.classpath().stream().map(each -> root.resolve(each)).toList();
        }
        var left = root.resolve("target").resolve("classpath.txt");
        return Files.isRegularFile(left, LinkOption.NOFOLLOW_LINKS)
                ? split(Files.readString(left).strip())
                : List.of();
    }

    private static List<Path> split(String named) {
        return Stream.of(named.split(File.pathSeparator))
                .filter(each -> !each.isBlank())
                .map(Path::of)
                .toList();
    }
}
