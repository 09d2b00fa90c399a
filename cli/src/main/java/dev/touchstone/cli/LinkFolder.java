package dev.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The folder through which the operator of the machine gets links; see docs/operate/links.md. */
final class LinkFolder {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path folder;

    LinkFolder(Path data) {
        this.folder = data.resolve("links");
    }

    /** A fresh single-use link for the person. */
    String ask(String login) throws IOException, InterruptedException {
        if (!login.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw Trouble.wrongUse("trouble.login", login);
        }
        var requests = folder.resolve("requests");
        if (!Files.isWritable(requests)) {
            throw new Trouble(Exit.NOT_REACHED, "trouble.noLinks", folder);
        }
        var answer = folder.resolve(login);
        var refusal = folder.resolve(login + ".refused");
        Files.deleteIfExists(answer);
        Files.deleteIfExists(refusal);
        var request = requests.resolve(login);
        if (!Files.exists(request)) {
            Files.createFile(request);
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (Files.exists(answer)) {
                return Files.readString(answer).strip();
            }
            if (Files.exists(refusal)) {
                throw Trouble.wrongUse("trouble.linkRefused", Files.readString(refusal).strip());
            }
            Thread.sleep(100);
        }
        Files.deleteIfExists(request);
        throw new Trouble(Exit.NOT_REACHED, "trouble.noLinkAnswer", PATIENCE.toSeconds());
    }
}
