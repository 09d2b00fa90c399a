package dev.touchstone.scanners.bills;

import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bill of materials of a tree. The steps stand apart, so that answers of {@link #read}
 * can be kept: an answer depends on nothing but the paths and contents of the unit's files.
 */
public final class MakeBill {
    /** Changes when the same files would be read otherwise. */
    public static final String VERSION = "1";

    private static final List<LockReader> READERS =
            List.of(
                    new NpmLock(),
                    new PnpmLock(),
                    new YarnLock(),
                    new PipfileLock(),
                    new PoetryLock(),
                    new UvLock(),
                    new RequirementsFile(),
                    new GoModule(),
                    new CargoLock(),
                    new ComposerLock(),
                    new GemfileLock(),
                    new NuGetLock(),
                    new NuGetConfig(),
                    new GradleLock(),
                    new ArchiveReader(ArchiveLimits.DEFAULT));

    /** Folders that hold copies of what a lock file outside of them names. */
    private static final Set<String> COPIES =
            Set.of("node_modules", "bower_components", "site-packages", "vendor", ".git");

    private static final int MOST_MEMBERS = 2_000;

    private MakeBill() {}

    /** The bill of a whole tree. */
    public static MadeBill of(ScannedTree tree, BillOptions options) {
        List<SourceAnswer> answers = new ArrayList<>();
        for (List<ScannedFile> unit : units(tree)) answers.add(read(tree, unit));
        answers.add(projects(tree, options));
        return join(answers, options);
    }

    /** Files that are read together; the first of each names the packages. */
    public static List<List<ScannedFile>> units(ScannedTree tree) {
        NavigableMap<String, ScannedFile> byPath = new TreeMap<>();
        for (ScannedFile file : tree.files()) byPath.put(file.path(), file);
        List<List<ScannedFile>> units = new ArrayList<>();
        for (ScannedFile file : byPath.values()) {
            LockReader reader = readerOf(file.path());
            if (reader == null) continue;
            List<ScannedFile> unit = new ArrayList<>(List.of(file));
            String folder = LockFile.folderOf(file.path());
            for (String name : reader.beside()) {
                ScannedFile beside = byPath.get(folder + name);
                if (beside != null) unit.add(beside);
            }
            String member = reader.below();
            if (member != null) below(folder, member, byPath, unit);
            units.add(unit);
        }
        return units;
    }

    private static void below(
            String folder,
            String name,
            NavigableMap<String, ScannedFile> byPath,
            List<ScannedFile> unit) {
        for (ScannedFile each : byPath.tailMap(folder, true).values()) {
            if (!each.path().startsWith(folder) || unit.size() > MOST_MEMBERS) break;
            String rest = each.path().substring(folder.length());
            if (rest.endsWith("/" + name) && !isCopy(rest)) unit.add(each);
        }
    }

    static boolean isCopy(String path) {
        for (String folder : LockFile.folderOf(path).split("/")) {
            if (COPIES.contains(folder)) return true;
        }
        return false;
    }

    private static @Nullable LockReader readerOf(String path) {
        if (isCopy(path)) return null;
        for (LockReader each : READERS) if (each.reads(path)) return each;
        return null;
    }

    /** What one unit tells; never fails on its content. */
    public static SourceAnswer read(ScannedTree tree, List<ScannedFile> unit) {
        ScannedFile first = unit.getFirst();
        LockReader reader = readerOf(first.path());
        if (reader == null) return new SourceAnswer(List.of(), List.of());
        try {
            byte[] content = tree.read(first);
            Map<String, byte[]> beside = new HashMap<>();
            for (ScannedFile each : unit.subList(1, unit.size())) {
                beside.put(
                        each.path().substring(LockFile.folderOf(first.path()).length()),
                        tree.read(each));
            }
            Locked locked = reader.read(new LockFile(first.path(), content, beside));
            return new SourceAnswer(List.of(locked), locked.leftOut());
        } catch (MalformedLock malformed) {
            return leftOut(first, LeftOut.Reason.MALFORMED, malformed.getMessage());
        } catch (IOException unreadable) {
            return leftOut(first, LeftOut.Reason.UNREADABLE, unreadable.getMessage());
        } catch (RuntimeException | StackOverflowError failed) {
            return leftOut(first, LeftOut.Reason.FAILED, failed.getClass().getSimpleName());
        }
    }

    private static SourceAnswer leftOut(
            ScannedFile file, LeftOut.Reason reason, @Nullable String detail) {
        return new SourceAnswer(
                List.of(), List.of(new LeftOut(file.path(), reason, detail == null ? "" : detail)));
    }

    /** Maven's projects: their files refer to each other, so they are read together. */
    public static SourceAnswer projects(ScannedTree tree, BillOptions options) {
        BuildMaven build = options.build() ? new BuildMaven("mvn") : null;
        return new MavenProjects(options.localRepository()).read(tree, build);
    }

    /** One bill of all answers. */
    public static MadeBill join(List<SourceAnswer> answers, BillOptions options) {
        return new JoinSources(options.name()).join(answers);
    }
}
