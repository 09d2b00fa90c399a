package dev.touchstone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What git knows about a commit; empty where there is no git or no repository. */
final class GitHistory {

    private static final int MOST_ANCESTORS = 500;
    private static final int MOST_RENAMES = 5_000;

    private final Path folder;

    GitHistory(Path folder) {
        this.folder = folder;
    }

    /** The full id of a commit. */
    Optional<String> resolve(String commit) {
        return git("rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{commit}")
                .map(String::strip);
    }

    /** First parents, the nearest first. */
    List<String> ancestors(String commit) {
        return git(
                        "rev-list",
                        "--first-parent",
                        "--max-count=" + (MOST_ANCESTORS + 1),
                        "--end-of-options",
                        commit)
                .map(ids -> ids.lines().skip(1).toList())
                .orElse(List.of());
    }

    /** Where each file that moved on the first-parent way lies at the commit: old to new. */
    Map<String, String> renames(String commit) {
        var log =
                git(
                        "-c",
                        "diff.renameLimit=2000",
                        "log",
                        "--first-parent",
                        "-m",
                        "--diff-filter=R",
                        "-M",
                        "--name-status",
                        "-z",
                        "--format=",
                        "--max-count=" + MOST_ANCESTORS,
                        "--end-of-options",
                        commit);
        var renames = new LinkedHashMap<String, String>();
        var words = log.map(text -> List.of(text.split("\0"))).orElse(List.of());
        for (var i = 0; i + 2 < words.size() && renames.size() < MOST_RENAMES; i++) {
            var status = words.get(i).strip();
            if (status.matches("R[0-9]*")) {
                var old = words.get(i + 1);
                var fresh = words.get(i + 2);
                renames.putIfAbsent(old, renames.getOrDefault(fresh, fresh));
                i += 2;
            }
        }
        return renames;
    }

    private Optional<String> git(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(Arrays.asList(arguments));
        try {
            var builder =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
            var process = builder.start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
