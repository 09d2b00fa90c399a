package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookTest {

    private static final String SOUND_IMAGE =
            "FROM scratch\nUSER 10001\nCOPY bank /bank\nHEALTHCHECK CMD [\"/bank\", \"-h\"]\n";

    private @TempDir Path home;
    private Typed.Shell shell;
    private Bank bank;
    private Path hook;

    @BeforeEach
    void aRepository() throws Exception {
        var program = Files.writeString(home.resolve("touchstone"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        shell = Typed.Shell.in(home).with("TOUCHSTONE_LAUNCHER", program);
        bank = new Bank(home.resolve("bank")).repository();
        hook = bank.root().resolve(".git/hooks/pre-commit");
    }

    @Test
    void looksAtTheIndexAndNotAtTheWorkTree() throws Exception {
        bank.file("Dockerfile", Bank.WEAK_IMAGE);
        bank.git("add", "Dockerfile");
        bank.file("Dockerfile", SOUND_IMAGE);
        assertThat(run().ended(Exit.BLOCKED).out()).contains("DOCKER-001", "Dockerfile:");
        bank.git("add", "Dockerfile");
        bank.file("Dockerfile", Bank.WEAK_IMAGE);
        run().ended(Exit.PASS);
    }

    @Test
    void looksOnlyAtWhatTheCommitChanges() throws Exception {
        bank.file("Dockerfile", Bank.WEAK_IMAGE).commit("weak already");
        bank.file("README.md", "# Bank");
        bank.git("add", "-A");
        run().ended(Exit.PASS);
    }

    @Test
    void gitCallsItAndItsHookThatWasThereBefore() throws Exception {
        Files.writeString(hook, "#!/bin/sh\ntouch before\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        install().ended(Exit.PASS);
        install().ended(Exit.PASS);
        bank.file("a.txt", "a");
        bank.git("add", "-A");
        assertThat(gitCommits()).isFalse();
        assertThat(bank.root().resolve("before")).exists();
        uninstall().ended(Exit.PASS);
        assertThat(hook).content().contains("touch before");
        assertThat(gitCommits()).isTrue();
    }

    @Test
    void goesAwayWithoutATrace() throws Exception {
        install().ended(Exit.PASS);
        assertThat(hook).exists();
        uninstall().ended(Exit.PASS);
        assertThat(hook).doesNotExist();
        uninstall().ended(Exit.PASS);
    }

    @Test
    void needsARepository() throws IOException {
        var elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        shell.type("hook", "install", "--repository", elsewhere)
                .refused(Exit.WRONG_USE, "elsewhere");
    }

    private boolean gitCommits() {
        try {
            bank.git("commit", "-q", "-m", "a");
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    private Typed run() {
        return shell.type("hook", "run", "--repository", bank.root());
    }

    private Typed install() {
        return shell.type("hook", "install", "--repository", bank.root());
    }

    private Typed uninstall() {
        return shell.type("hook", "uninstall", "--repository", bank.root());
    }
}
