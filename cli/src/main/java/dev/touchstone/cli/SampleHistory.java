package dev.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A git repository whose first commit is the weak version and whose second is the mended one. Equal
 * sources give equal commit ids.
 */
record SampleHistory(Path folder, String weak, String mended) {

    private static final String DATE = "2026-11-02T09:00:00+08:00";

    static SampleHistory make(Path samples, Path work) throws IOException {
        var folder = work.resolve("mobile-bank");
        delete(folder);
        Files.createDirectories(folder);
        git(folder, "init", "--quiet", "--initial-branch=main");
        var weak = commit(folder, samples.resolve("weak"), "Mobile bank");
        var mended = commit(folder, samples.resolve("mended"), "Mend what the gate has shown");
        return new SampleHistory(folder, weak, mended);
    }

    private static String commit(Path folder, Path version, String message) throws IOException {
        delete(folder.resolve("src"));
        try (var tree = Files.walk(version)) {
            for (var from : tree.sorted().toList()) {
                var name = version.relativize(from);
                if (name.startsWith("target") || name.startsWith("bank-files")) {
                    continue;
                }
                var to = folder.resolve(name.toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        git(folder, "add", "--all");
        git(folder, "commit", "--quiet", "--no-gpg-sign", "--no-verify", "-m", message);
        return new GitHistory(folder)
                .resolve("HEAD")
                .orElseThrow(() -> Trouble.wrongUse("demo.noGit", ""));
    }

    private static void git(Path folder, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                "git",
                                "-c",
                                "core.autocrlf=false",
                                "-c",
                                "core.hooksPath=/dev/null",
                                "-c",
                                "core.fileMode=false"));
        command.addAll(Arrays.asList(arguments));
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("GIT_DIR", folder.resolve(".git").toString());
        environment.put("GIT_WORK_TREE", folder.toString());
        for (var who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Mobile bank team");
            environment.put("GIT_" + who + "_EMAIL", "team@jianghai.example");
            environment.put("GIT_" + who + "_DATE", DATE);
        }
        try {
            var process = builder.start();
            var words = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw Trouble.wrongUse("demo.noGit", words.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Trouble.wrongUse("demo.noGit", "");
        } catch (IOException absent) {
            throw Trouble.wrongUse("demo.noGit", String.valueOf(absent.getMessage()));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            for (var each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
