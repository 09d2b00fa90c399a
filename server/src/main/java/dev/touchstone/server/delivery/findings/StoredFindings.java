package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.delivery.runs.PlannedRun;
import dev.touchstone.server.delivery.runs.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredFindings implements Findings {

    private final MergeParts parts;
    private final SeenStore seen;

    StoredFindings(MergeParts parts, SeenStore seen) {
        this.parts = parts;
        this.seen = seen;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Merge merge(PlannedRun run, Map<String, String> renames) {
        return merge(run, renames, known(run));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Merge merge(PlannedRun run, Map<String, String> renames, KnownBefore known) {
        parts.known().planForAnyApplication();
        return switch (known) {
            case KnownLine line -> new MergeRun(run, renames, parts, line);
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public KnownBefore known(PlannedRun run) {
        return run.history()
                ? new KnownLine()
                : parts.known()
                        .line(run.about().line().applicationId(), run.seriesId(), run.base());
    }

    @Override
    @Transactional(readOnly = true)
    public List<PresentFinding> seenBy(Run run, @Nullable Run base) {
        parts.known().planForAnyApplication();
        Run below =
                run.baseRun() == null
                        ? null
                        : parts.runs().run(run.applicationId(), run.baseRun()).orElseThrow();
        return seen.seenBy(run, below, base);
    }
}
