package dev.touchstone.server.delivery.runs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordedRuns implements Runs {

    private final LineStore lines;
    private final CommitStore commits;
    private final RunStore runs;
    private final Clock clock;

    RecordedRuns(LineStore lines, CommitStore commits, RunStore runs, Clock clock) {
        this.lines = lines;
        this.commits = commits;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Line lock(long applicationId, String name, Line.Kind kind, @Nullable String base) {
        lines.add(applicationId, name, kind, base);
        Line line = lines.lock(applicationId, name);
        if (base == null || base.equals(line.base())) return line;
        lines.retarget(line, base);
        return new Line(applicationId, line.id(), name, line.kind(), base);
    }

    @Override
    public Optional<Line> line(long applicationId, String name) {
        return lines.named(applicationId, name);
    }

    @Override
    public List<Line> lines(long applicationId) {
        return lines.all(applicationId);
    }

    @Override
    public void learn(long applicationId, String commit, List<String> ancestors) {
        var newestFirst = new ArrayList<String>();
        newestFirst.add(commit);
        newestFirst.addAll(ancestors);
        commits.add(applicationId, newestFirst.stream().distinct().toList());
    }

    @Override
    public PlannedRun plan(NewRun run) {
        Line line = run.line();
        byte[] scope = digest(run.scope());
        long series = lines.series(line.applicationId(), line.id(), run.tool(), run.scope(), scope);
        Run previous =
                runs.newestOfSeries(line.applicationId(), series, Long.MAX_VALUE).orElse(null);
        boolean history =
                previous != null
                        && !previous.commit().equals(run.commit())
                        && commits.ancestors(line.applicationId(), previous.commit())
                                .contains(run.commit())
                        && !commits.ancestors(line.applicationId(), run.commit())
                                .contains(previous.commit());
        return new PlannedRun(run, series, previous, history, base(run).orElse(null));
    }

    /** The target line where the merge request left it, else as it stands now. */
    private Optional<Run> base(NewRun run) {
        Line line = run.line();
        if (line.kind() != Line.Kind.MERGE_REQUEST || line.base() == null) return Optional.empty();
        Optional<Line> target = lines.named(line.applicationId(), line.base());
        if (target.isEmpty()) return Optional.empty();
        var ancestors = commits.ancestors(line.applicationId(), run.commit());
        var nearest =
                runs.complete(
                        line.applicationId(),
                        ancestors,
                        run.tool(),
                        run.scope(),
                        null,
                        target.get().id());
        if (!nearest.isEmpty()) return Optional.of(nearest.getFirst());
        return lines.existingSeries(
                        line.applicationId(), target.get().id(), run.tool(), digest(run.scope()))
                .flatMap(
                        series ->
                                runs.newestOfSeries(line.applicationId(), series, Long.MAX_VALUE));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Run record(PlannedRun plan) {
        long application = plan.about().line().applicationId();
        var numbered = runs.next(application, clock.instant());
        runs.add(numbered, plan);
        return runs.byNumber(application, numbered.number()).orElseThrow();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Run finish(Run run, Delta counts) {
        runs.keepCounts(run, counts);
        return runs.byNumber(run.applicationId(), run.number()).orElseThrow();
    }

    @Override
    public boolean standsAlone(Run run) {
        return lines.seriesOfTool(run.applicationId(), run.tool()) == 1;
    }

    @Override
    public Optional<Run> run(long applicationId, long number) {
        return runs.byNumber(applicationId, number);
    }

    @Override
    public List<Run> ofCommit(long applicationId, String commit) {
        var newest = new LinkedHashMap<Long, Run>();
        runs.ofCommit(applicationId, commit)
                .forEach(run -> newest.putIfAbsent(run.seriesId(), run));
        return List.copyOf(newest.values());
    }

    @Override
    public List<Run> heads(long applicationId, long lineId) {
        return runs.heads(applicationId, lineId);
    }

    @Override
    public Optional<Run> mergeBase(Run run) {
        var ancestors = commits.ancestors(run.applicationId(), run.commit());
        return runs
                .complete(
                        run.applicationId(),
                        ancestors,
                        run.tool(),
                        run.scope(),
                        run.ruleDigest(),
                        null)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Run> previous(Run run) {
        return runs.newestOfSeries(run.applicationId(), run.seriesId(), run.number());
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
