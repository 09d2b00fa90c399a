package dev.touchstone.server.foundation.facts;

import dev.touchstone.engine.policy.Facts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts that all sources together know about one subject. */
public final class GatheredFacts {

    private final FactSubject subject;
    private @Nullable String line;
    private @Nullable String lineKind;
    private Facts.@Nullable MergeBase base;
    private @Nullable List<Facts.RunFacts> runs;
    private @Nullable List<Facts.FindingFacts> findings;
    private final List<Facts.PrecisionFacts> precision = new ArrayList<>();
    private final List<Facts.WaiverFacts> waivers = new ArrayList<>();

    public GatheredFacts(FactSubject subject) {
        this.subject = subject;
        this.line = subject.line();
    }

    /**
     * @param kind BRANCH, RELEASE or MERGE_REQUEST
     */
    public void line(String name, String kind) {
        this.line = name;
        this.lineKind = kind;
    }

    /** What "new" is measured against. */
    public void base(Facts.MergeBase found) {
        this.base = found;
    }

    /** All runs on the line; an empty list says that there are none. */
    public void runs(List<Facts.RunFacts> known) {
        this.runs = join(runs, known);
    }

    /** All findings present on the line; an empty list says that there are none. */
    public void findings(List<Facts.FindingFacts> known) {
        this.findings = join(findings, known);
    }

    public void precision(List<Facts.PrecisionFacts> known) {
        precision.addAll(known);
    }

    public void waivers(List<Facts.WaiverFacts> known) {
        waivers.addAll(known);
    }

    public Facts facts() {
        var application = subject.application();
        return new Facts(
                subject.at(),
                subject.stage(),
                new Facts.ApplicationFacts(
                        application.key(),
                        application.tier(),
                        application.dataGrade(),
                        application.exposure().name()),
                new Facts.Change(line, lineKind, subject.commit(), base),
                runs,
                findings,
                precision,
                waivers);
    }

    private static <T> List<T> join(@Nullable List<T> before, List<T> more) {
        var all = new ArrayList<T>(before == null ? List.of() : before);
        all.addAll(more);
        return all;
    }
}
