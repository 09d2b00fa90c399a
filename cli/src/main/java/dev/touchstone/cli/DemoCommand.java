package dev.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on a sample, from the first start to two proven verdicts; behind make demo. */
@Command(name = "demo", hidden = true, mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final List<String> SHOWN_ROLES = List.of("security", "developer", "auditor");

    private final Terminal terminal;

    @Option(names = "--link", paramLabel = "ROLE")
    private @Nullable String role;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var launcher = new Launcher(terminal);
        var links = new LinkFolder(launcher.data());
        if (role != null) {
            terminal.line(links.ask(loginOf(role)));
            return Exit.PASS;
        }
        var progress = new Progress(terminal);
        var server = new LocalServer(terminal);
        progress.step("demo.starting");
        server.ensureRunning();
        var files = DemoFiles.make(terminal);
        progress.step("demo.organisation");
        var organisation = new DemoOrganisation(terminal, launcher.data(), links, server.address());
        organisation.make(files, launcher.home().resolve("samples/policies/jianghai.yml"));

        var job = new DemoJob(terminal, progress, launcher.home(), files, server.address());
        var asExpected = job.run(organisation.keys());
        showWhatToLookAt(server.address(), links, files);
        if (!asExpected) {
            throw new Trouble(Exit.BLOCKED, "demo.unexpected");
        }
        return Exit.PASS;
    }

    private void showWhatToLookAt(String address, LinkFolder links, DemoFiles files)
            throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        for (var shown : SHOWN_ROLES) {
            lines.add(terminal.text("demo.role." + shown) + "  " + links.ask(loginOf(shown)));
        }
        files.writePrivate(files.links(), String.join("\n", lines) + "\n");
        terminal.say("demo.end", address);
        if (terminal.environment("CI", "").isEmpty()) {
            terminal.say("demo.links", files.links());
            lines.forEach(line -> terminal.line("  " + line));
        } else {
            terminal.say("demo.linksFile", files.links());
        }
        terminal.say("demo.look");
        terminal.object(Map.of("address", address, "links", files.links().toString()));
    }

    private static String loginOf(String role) {
        return DemoOrganisation.PEOPLE.stream()
                .filter(person -> person.entity().equals(DemoOrganisation.BANK))
                .filter(
                        person ->
                                person.role()
                                        .equalsIgnoreCase(
                                                role.toUpperCase(Locale.ROOT).replace('-', '_')))
                .map(DemoOrganisation.Member::login)
                .findFirst()
                .orElseThrow(() -> Trouble.wrongUse("demo.noRole", role));
    }

    /** Where the demo keeps what is only its own. */
    record DemoFiles(Path folder) {

        static DemoFiles make(Terminal terminal) throws IOException {
            var folder = terminal.configuration().resolve("demo");
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(
                    folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
            return new DemoFiles(folder);
        }

        Path token() {
            return folder.resolve("token");
        }

        Path links() {
            return folder.resolve("links");
        }

        Path key() {
            return folder.resolve("platform.pub");
        }

        void writePrivate(Path file, String content) throws IOException {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content);
        }
    }
}
