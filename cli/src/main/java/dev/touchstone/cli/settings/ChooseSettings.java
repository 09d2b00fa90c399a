package dev.touchstone.cli.settings;

import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.Trouble;
import dev.touchstone.cli.settings.HoldingSettings.Origin;
import dev.touchstone.contract.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose settings hold. What the platform sets wins. In CI the project's settings are those
 * of the merge base: a change cannot switch off what judges it.
 */
public final class ChooseSettings {

    public static final String FILE = "touchstone.yml";

    private static final int LARGEST = 1_000_000;

    /** Where CI systems say what a change goes into: a commit or a branch. */
    private static final List<String> BASES =
            List.of(
                    "CI_MERGE_REQUEST_DIFF_BASE_SHA",
                    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
                    "GITHUB_BASE_REF",
                    "CHANGE_TARGET",
                    "BITBUCKET_PR_DESTINATION_BRANCH");

    private static final List<String> MAIN_LINES =
            List.of("refs/remotes/origin/HEAD", "origin/main", "origin/master");

    private final Terminal terminal;
    private final Path folder;

    public ChooseSettings(Terminal terminal, Path folder) {
        this.terminal = terminal;
        this.folder = folder;
    }

    /**
     * @param ofPlatform file that the platform or the CI gives
     * @param base what the change goes into, when it was named
     */
    public HoldingSettings choose(@Nullable Path ofPlatform, @Nullable String base)
            throws IOException {
        var platform = ofPlatform == null ? null : platform(ofPlatform);
        if (platform != null && !platform.project().settings()) {
            return new HoldingSettings(
                    platform, Origin.PLATFORM, null, false, List.of(), List.of());
        }
        var ofProject = ofProject(base);
        if (platform == null) {
            return ofProject;
        }
        return new HoldingSettings(
                platform.over(ofProject.settings()),
                ofProject.origin() == Origin.NOBODY ? Origin.PLATFORM : Origin.PLATFORM_AND_PROJECT,
                ofProject.base(),
                ofProject.changed(),
                ofProject.changes(),
                ofProject.faults());
    }

    private HoldingSettings ofProject(@Nullable String base) throws IOException {
        var text = workTree();
        if (base == null && terminal.environment("CI", "").isEmpty()) {
            return ofWorkTree(text);
        }
        try (var repository = ProjectRepository.around(folder).orElse(null)) {
            if (repository == null) {
                if (base != null) {
                    throw Trouble.wrongUse("trouble.noRepository", folder);
                }
                return ofWorkTree(text);
            }
            var commit = base(repository, base);
            return commit.isEmpty() ? ofWorkTree(text) : ofBase(repository, commit.get(), text);
        }
    }

    private HoldingSettings ofWorkTree(@Nullable String text) {
        if (text == null) {
            return new HoldingSettings(
                    Settings.NONE, Origin.NOBODY, null, null, List.of(), List.of());
        }
        return switch (SettingsReader.read(text, false)) {
            case SettingsReading.Accepted(Settings settings) ->
                    new HoldingSettings(
                            settings, Origin.WORK_TREE, null, null, List.of(), List.of());
            case SettingsReading.Refused(List<Fault> faults) -> throw refused(FILE, faults);
        };
    }

    private HoldingSettings ofBase(
            ProjectRepository repository, String commit, @Nullable String text) throws IOException {
        var before = repository.textAt(commit, FILE);
        var reading = before == null ? null : SettingsReader.read(before, false);
        var settings =
                reading instanceof SettingsReading.Accepted(Settings accepted)
                        ? accepted
                        : Settings.NONE;
        var faults =
                reading instanceof SettingsReading.Refused(List<Fault> wrong)
                        ? wrong
                        : List.<Fault>of();
        var changed = !java.util.Objects.equals(before, text);
        var changes = changed ? changes(settings, text) : List.<String>of();
        return new HoldingSettings(
                settings,
                before == null ? Origin.NOBODY : Origin.BASE,
                commit,
                changed,
                changes,
                faults);
    }

    private static List<String> changes(Settings before, @Nullable String text) {
        if (text == null) {
            return before.differences(Settings.NONE);
        }
        return switch (SettingsReader.read(text, false)) {
            case SettingsReading.Accepted(Settings after) -> before.differences(after);
            case SettingsReading.Refused(List<Fault> faults) ->
                    faults.stream()
                            .map(fault -> FILE + ":" + fault.place() + ": " + fault.message())
                            .toList();
        };
    }

    /** The commit before the change: named, told by the CI, or guessed from the main line. */
    private Optional<String> base(ProjectRepository repository, @Nullable String named) {
        var head = repository.head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        if (named != null) {
            var commit = repository.commit(named);
            if (commit.isEmpty()) {
                throw Trouble.wrongUse("trouble.noBase", named);
            }
            return repository.mergeBase(head.get(), commit.get()).or(() -> commit);
        }
        var told =
                BASES.stream()
                        .map(name -> terminal.environment(name, ""))
                        .filter(value -> !value.isEmpty())
                        .flatMap(value -> Stream.of("origin/" + value, value));
        return Stream.concat(told, MAIN_LINES.stream())
                .flatMap(name -> repository.commit(name).stream())
                .flatMap(commit -> repository.mergeBase(head.get(), commit).stream())
                .filter(commit -> !commit.equals(head.get()))
                .findFirst()
                .or(() -> repository.firstParent(head.get()));
    }

    private Settings platform(Path file) throws IOException {
        return switch (SettingsReader.read(Files.readString(file), true)) {
            case SettingsReading.Accepted(Settings settings) -> settings;
            case SettingsReading.Refused(List<Fault> faults) ->
                    throw refused(file.toString(), faults);
        };
    }

    private Trouble refused(String file, List<Fault> faults) {
        faults.forEach(fault -> terminal.fault(file, fault));
        return Trouble.wrongUse("trouble.settings", file, faults.size());
    }

    /** The text of the work tree's settings; null when there are none. Follows no link. */
    private @Nullable String workTree() throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Trouble.wrongUse("trouble.settingsNoFile", file);
        }
        try (var in =
                Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Trouble.wrongUse("trouble.settingsNoFile", file);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
