package dev.touchstone.cli.hook;

import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.Trouble;
import dev.touchstone.cli.report.StagedSummary;
import dev.touchstone.cli.report.WorkItem;
import dev.touchstone.cli.report.WorkItems;
import dev.touchstone.cli.scan.ScanStaged;
import dev.touchstone.cli.settings.ChooseSettings;
import dev.touchstone.cli.settings.ProjectRepository;
import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.ShippedPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Installs the hook, takes it away, and does what it does. */
public final class Hook {

    private final Terminal terminal;
    private final Path folder;

    public Hook(Terminal terminal, Path folder) {
        this.terminal = terminal;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * @param program that the hook calls
     */
    public void install(String program) throws IOException {
        try (var repository = repository()) {
            var hook = hook(repository);
            var beside = hook.install(program);
            terminal.say("hook.installed", hook.file());
            if (beside) {
                terminal.say("hook.beside");
            }
        }
    }

    public void uninstall() throws IOException {
        try (var repository = repository()) {
            var hook = hook(repository);
            terminal.say(hook.uninstall() ? "hook.uninstalled" : "hook.absent", hook.file());
        }
    }

    /** Whether what is staged may be committed: a hint here, the gate decides. */
    public boolean run() throws IOException, InterruptedException {
        try (var repository = repository()) {
            var root = repository.repository().getWorkTree().toPath();
            var holding = new ChooseSettings(terminal, root).choose(null, null);
            var tree = StagedTree.of(repository, root, holding.settings().exclusions());
            if (tree.files().isEmpty()) {
                return true;
            }
            var result = new ScanStaged(terminal).scan(tree, holding);
            var items = new WorkItems(ShippedPack.ofDefaults().precision()).of(result);
            new StagedSummary(terminal).show(result, items);
            return !stops(items);
        }
    }

    /** What is high or worse is shown again by the gate, so it is better mended now. */
    private static boolean stops(List<WorkItem> items) {
        var worst = WorkItems.worst(items);
        return worst != null && worst.compareTo(Severity.HIGH) >= 0;
    }

    private ProjectRepository repository() {
        var repository =
                ProjectRepository.around(folder)
                        .orElseThrow(() -> Trouble.wrongUse("trouble.hookNoRepository", folder));
        if (repository.repository().isBare()) {
            throw Trouble.wrongUse("trouble.hookNoRepository", folder);
        }
        return repository;
    }

    /** Where git looks for hooks: a setting may name another folder. */
    private static HookFile hook(ProjectRepository repository) {
        var git = repository.repository();
        var named = git.getConfig().getString("core", null, "hooksPath");
        if (named != null && !named.isBlank()) {
            return new HookFile(git.getWorkTree().toPath().resolve(named));
        }
        var common =
                git.getCommonDirectory() == null ? git.getDirectory() : git.getCommonDirectory();
        return new HookFile(common.toPath().resolve("hooks"));
    }
}
