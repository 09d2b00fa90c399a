package dev.touchstone.scanners.bills;

import dev.touchstone.scanners.ProjectBuild;
import dev.touchstone.scanners.tree.LeftOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * Lets Maven compile the projects of a tree, which runs what they say, so that the local repository
 * holds what they need. Only ever called where a person allowed it.
 */
final class BuildMaven {
    private final String program;

    BuildMaven(String program) {
        this.program = program;
    }

    /** What did not build; the bill then says what is missing. */
    List<LeftOut> run(Path root, NavigableSet<String> poms, @Nullable Path repository) {
        List<LeftOut> failed = new ArrayList<>();
        for (String pom : outermost(poms)) {
            try {
                String trouble = ProjectBuild.run(command(root.resolve(pom), repository));
                if (trouble != null) {
                    failed.add(new LeftOut(pom, LeftOut.Reason.FAILED, trouble));
                }
            } catch (IOException impossible) {
                failed.add(
                        new LeftOut(
                                pom,
                                LeftOut.Reason.FAILED,
                                program + " cannot be run; install it or leave out --build"));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return failed;
    }

    /** Projects in folders below another one are built with it, or not at all. */
    static List<String> outermost(NavigableSet<String> poms) {
        List<String> found = new ArrayList<>();
        for (String pom : poms) {
            String folder = LockFile.folderOf(pom);
            if (poms.stream()
                    .map(LockFile::folderOf)
                    .noneMatch(each -> !each.equals(folder) && folder.startsWith(each))) {
                found.add(pom);
            }
        }
        return found;
    }

    private List<String> command(Path pom, @Nullable Path repository) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                program,
                                "--batch-mode",
                                "--quiet",
                                "--fail-at-end",
                                "--file",
                                pom.toString(),
                                "-DskipTests",
                                "test-compile"));
        if (repository != null) command.add("-Dmaven.repo.local=" + repository);
        return command;
    }
}
