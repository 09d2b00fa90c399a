package dev.touchstone.scanners;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.scanners.ScanOutcome.Failure;
import dev.touchstone.scanners.ScanOutcome.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * SpotBugs with FindSecBugs over compiled Java. Both are LGPL programs and stay programs: a child
 * process with its own class path, memory and time.
 */
public final class SpotBugsScanner implements Scanner {

    /** What the child may use. */
    public record Bounds(Duration time, int megabytes) {
        public static final Bounds DEFAULT = new Bounds(Duration.ofMinutes(15), 1536);
    }

    /** Below this the optimising compiler costs more than it gives: half of the time. */
    private static final int FEW_CLASSES = 1_000;

    private static final int BIT_ERROR = 4;
    private static final int BIT_MISSING_CLASS = 2;
    private static final int ALL_BITS = 7;
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private final Path tools;
    private final Path java;
    private final Bounds bounds;

    /**
     * @param tools folder with the jars of SpotBugs and its plug-ins
     * @param java the program that runs them
     */
    public SpotBugsScanner(Path tools, Path java, Bounds bounds) {
        this.tools = tools.toAbsolutePath();
        this.java = java;
        this.bounds = bounds;
    }

    @Override
    public ScannerKind kind() {
        return ScannerKind.SAST;
    }

    @Override
    public String name() {
        return "SpotBugs";
    }

    @Override
    public String version() {
        return jars().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.matches("spotbugs-[0-9].*\\.jar"))
                .map(name -> name.substring("spotbugs-".length(), name.length() - 4))
                .findFirst()
                .orElse("");
    }

    @Override
    public Readiness readiness(ScanTarget target) {
        if (version().isEmpty()) {
            return new Readiness.NotReady(Readiness.Cause.TOOL_ABSENT, tools.toString());
        }
        if (OtherAccount.isMissing()) {
            return new Readiness.NotReady(Readiness.Cause.NO_ACCOUNT, OtherAccount.NAME);
        }
        try {
            return CompiledCode.of(target).classFolders().isEmpty()
                    ? new Readiness.NotReady(Readiness.Cause.NOT_COMPILED, target.root().toString())
                    : new Readiness.Ready();
        } catch (IOException unreadable) {
            return new Readiness.NotReady(
                    Readiness.Cause.NOT_COMPILED, target.root() + ": " + unreadable.getMessage());
        }
    }

    @Override
    public ScanOutcome scan(ScanTarget target, Path report)
            throws IOException, InterruptedException {
        return scan(target, report, KeptReports.NONE);
    }

    /** Looks at the target, or uses what it said of the same bytecode and libraries before. */
    public ScanOutcome scan(ScanTarget target, Path report, KeptReports kept)
            throws IOException, InterruptedException {
        return switch (readiness(target)) {
            case Readiness.NotReady not -> new ScanOutcome.NotRun(not.cause(), not.detail());
            case Readiness.Ready() -> {
                var begun = System.nanoTime();
                var code = CompiledCode.of(target);
                var key = kept == KeptReports.NONE ? "" : key(target, code);
                var known = key.isEmpty() ? null : kept.find(key);
                yield known == null
                        ? run(target, code, report, begun, key, kept)
                        : scanned(code, known, report, begun);
            }
        };
    }

    private String key(ScanTarget target, CompiledCode code) throws IOException {
        var inputs = new InputDigest();
        inputs.add("tools", jars());
        inputs.add("classes", code.classFolders());
        inputs.add("libraries", libraries(target, code));
        return inputs.hex();
    }

    private ScanOutcome run(
            ScanTarget target,
            CompiledCode code,
            Path report,
            long begun,
            String key,
            KeptReports kept)
            throws IOException, InterruptedException {
        var log = report.resolveSibling(report.getFileName() + ".log");
        try (var folder = ScanFolder.make()) {
            var raw = folder.corner().resolve("report.sarif");
            var end =
                    ChildProcess.run(
                            OtherAccount.command(command(target, code, folder, raw)),
                            folder.corner(),
                            log,
                            bounds.time());
            return switch (end) {
                case ChildProcess.End.OutOfTime() ->
                        new ScanOutcome.Failed(Failure.TIMEOUT, bounds.time().toString(), log);
                case ChildProcess.End.Exit(int exit) when exit > ALL_BITS ->
                        failed(Failure.CRASH, exit, log);
                case ChildProcess.End.Exit(int exit) when ranOutOfMemory(log) ->
                        new ScanOutcome.Failed(Failure.OUT_OF_MEMORY, "", log);
                case ChildProcess.End.Exit(int exit)
                        when !Files.isRegularFile(raw, LinkOption.NOFOLLOW_LINKS) ->
                        failed(Failure.NO_REPORT, exit, log);
                case ChildProcess.End.Exit(int exit) -> {
                    var said = new KeptReports.Kept(raw, exit, MissingClasses.in(log));
                    var outcome = scanned(code, said, report, begun);
                    if (outcome instanceof ScanOutcome.Scanned) {
                        Files.deleteIfExists(log);
                        if (!key.isEmpty()) {
                            kept.keep(key, said);
                        }
                    }
                    yield outcome;
                }
            };
        }
    }

    private List<String> command(ScanTarget target, CompiledCode code, ScanFolder folder, Path raw)
            throws IOException {
        var own = new ArrayList<Path>();
        for (var jar : jars()) {
            own.add(folder.readable(jar));
        }
        var plugins = own.stream().filter(SpotBugsScanner::isPlugin).toList();
        var program = own.stream().filter(jar -> !isPlugin(jar)).toList();
        var libraries = new ArrayList<Path>();
        for (var library : libraries(target, code)) {
            libraries.add(folder.readable(library));
        }
        var command =
                new ArrayList<>(
                        List.of(
                                java.toString(),
                                "-Xmx" + bounds.megabytes() + "m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Djava.awt.headless=true",
                                "-Djava.io.tmpdir=" + folder.corner(),
                                "-Duser.home=" + folder.corner(),
                                "-cp",
                                joined(program),
                                "edu.umd.cs.findbugs.FindBugs2",
                                "-effort:max",
                                "-low",
                                "-bugCategories",
                                "SECURITY",
                                "-pluginList",
                                joined(plugins),
                                "-exitcode",
                                "-sarif=" + raw));
        if (code.classes() < FEW_CLASSES) {
            command.add(1, "-XX:TieredStopAtLevel=1");
        }
        if (!libraries.isEmpty()) {
            command.add("-auxclasspath");
            command.add(joined(libraries));
        }
        for (var classes : code.classFolders()) {
            command.add(folder.readable(classes).toString());
        }
        return command;
    }

    private static List<Path> libraries(ScanTarget target, CompiledCode code) {
        return Stream.concat(target.classpath().stream(), code.libraries().stream())
                .distinct()
                .filter(SpotBugsScanner::isJar)
                .toList();
    }

    private static ScanOutcome scanned(
            CompiledCode code, KeptReports.Kept said, Path report, long begun) throws IOException {
        var exit = said.exit();
        var notices = new ArrayList<Notice>();
        code.modulesNotCompiled()
                .forEach(m -> notices.add(new Notice(Notice.Kind.MODULE_NOT_COMPILED, m)));
        code.modulesOutOfDate()
                .forEach(m -> notices.add(new Notice(Notice.Kind.CLASSES_OLDER_THAN_SOURCES, m)));
        if ((exit & BIT_ERROR) != 0) {
            notices.add(new Notice(Notice.Kind.ANALYSIS_ERROR, said.messages()));
        }
        var complete = notices.isEmpty();
        if ((exit & BIT_MISSING_CLASS) != 0) {
            notices.add(new Notice(Notice.Kind.MISSING_CLASSES, said.messages()));
        }
        var notFound = new TreeSet<String>();
        var relocate =
                new RelocateSarif(
                        path -> {
                            var source = code.sourceOf(path);
                            if (source == null) {
                                notFound.add(path);
                            }
                            return source == null ? path : source;
                        },
                        code.sources(),
                        complete);
        try {
            relocate.copy(said.report(), report);
        } catch (JacksonException broken) {
            Files.deleteIfExists(report);
            return new ScanOutcome.Failed(
                    Failure.NO_REPORT, broken.getOriginalMessage(), said.report());
        }
        notFound.forEach(path -> notices.add(new Notice(Notice.Kind.SOURCE_NOT_FOUND, path)));
        return new ScanOutcome.Scanned(
                report, complete, notices, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** The exit code cannot tell: 3 is also "findings, and classes were missing". */
    private static boolean ranOutOfMemory(Path log) throws IOException {
        try (var lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            return lines.lines().anyMatch(line -> line.startsWith(OUT_OF_MEMORY));
        }
    }

    private static ScanOutcome failed(Failure failure, int exit, Path log) throws IOException {
        try (var lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            var last = lines.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
            return new ScanOutcome.Failed(failure, exit + ": " + last, log);
        }
    }

    private List<Path> jars() {
        if (!Files.isDirectory(tools)) {
            return List.of();
        }
        try (var files = Files.list(tools)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** A list of libraries may come from the scanned folder: it must not name other things. */
    private static boolean isJar(Path library) {
        return library.toString().endsWith(".jar")
                && Files.isRegularFile(library, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isPlugin(Path jar) {
        return jar.getFileName().toString().startsWith("findsecbugs-plugin-");
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(":"));
    }
}
