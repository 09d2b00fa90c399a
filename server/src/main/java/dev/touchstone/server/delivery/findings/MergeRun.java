package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.engine.identity.Identity;
import dev.touchstone.engine.identity.IdentityDefinition;
import dev.touchstone.engine.identity.IdentityHasher;
import dev.touchstone.engine.identity.MatchFindings;
import dev.touchstone.engine.identity.ReportedPlace;
import dev.touchstone.server.delivery.runs.Delta;
import dev.touchstone.server.delivery.runs.PlannedRun;
import dev.touchstone.server.delivery.runs.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a report with what its line had while the report is read: what is unchanged is counted
 * and forgotten, so that only the difference is kept and written.
 */
final class MergeRun implements Merge {

    private static final Comparator<Pending> BY_PLACE =
            Comparator.comparing(Pending::place, ReportedPlace.ORDER);

    private final PlannedRun plan;
    private final Map<String, String> renames;
    private final MergeParts parts;
    private final String tool;
    private final IdentityDefinition definition;
    private final long rules;
    private final KnownLine known;
    private final MatchFindings match;
    private final IdentityHasher identity;
    private final Fields fields = new Fields();
    private final DetailWriter details = new DetailWriter();
    private final List<Pending> pending = new ArrayList<>();
    private final Set<String> rulesThatHit = new HashSet<>();
    private boolean complete;
    private int seen;

    MergeRun(PlannedRun plan, Map<String, String> renames, MergeParts parts, KnownLine known) {
        this.plan = plan;
        this.renames = renames;
        this.parts = parts;
        this.tool = plan.about().tool();
        this.complete = plan.about().complete();
        this.definition = IdentityDefinition.ofTool(tool);
        this.identity = new IdentityHasher(definition, tool);
        this.rules = headOf(plan.about().ruleDigest());
        this.known = known;
        this.match = new MatchFindings(known.columns());
    }

    @Override
    public void add(ReportedFinding finding) {
        seen++;
        if (plan.history()) return;
        rulesThatHit.add(finding.ruleId());
        CodeLocation place = finding.primaryLocation();
        String path = place == null ? "" : place.path();
        int line = place == null ? 0 : place.startLine();
        long content = fields.content(definition.name(), finding);
        long places = fields.places(finding);
        long mark = KnownLine.mark(places, rules);
        if (match.takeUnchanged(path, line, content, mark) != MatchFindings.NONE) return;
        Identity.Key key = identity.key(finding);
        pending.add(
                new Pending(
                        new ReportedPlace(
                                key,
                                identity.context(),
                                identity.placed(),
                                path,
                                line,
                                place == null ? 0 : place.startColumn(),
                                content ^ places),
                        new Pending.Rule(
                                tool,
                                finding.ruleId(),
                                finding.cwes(),
                                finding.helpUri(),
                                definition.name()),
                        finding.title(),
                        finding.severity(),
                        content,
                        places,
                        details.json(finding)));
    }

    @Override
    public void sawOnlyAPart() {
        complete = false;
    }

    @Override
    public Run finish() {
        if (plan.history()) {
            Run run = parts.runs().record(plan.as(complete));
            return parts.runs().finish(run, new Delta(0, 0, 0, 0, 0, seen));
        }
        var unmatched = matchWithLine();
        Dictionary words = Dictionary.of(pending, parts.dictionary());
        Run run = parts.runs().record(plan.as(complete));
        var found = new Found();
        var ordinals = new Ordinals(known.columns());
        var others = elsewhere(run, unmatched, ordinals, found);
        matched(ordinals, found);
        number(run, others, ordinals, found);
        Delta delta =
                new WriteDelta(parts, run, rules, words)
                        .write(found, seen - pending.size(), lost(), rulesThatHit);
        return parts.runs().finish(run, delta);
    }

    private void matched(Ordinals ordinals, Found found) {
        for (int i = 0; i < pending.size(); i++) {
            int index = match.knownOf(i);
            if (index == MatchFindings.NONE) continue;
            Pending report = pending.get(i);
            boolean renamed = !known.columns().hasKey(index, report.place().key());
            int ordinal =
                    renamed ? ordinals.next(report.place().key()) : known.columns().ordinal(index);
            KnownLine.Entry before = known.entry(index);
            found.differing.add(
                    new Differing(before, new Placed(before.number(), ordinal, report), renamed));
        }
    }

    private List<Integer> matchWithLine() {
        match.matchPlaces(pending.stream().map(Pending::place).toList());
        if (!match.unmatched().isEmpty()) {
            var left = match.left().boxed().toList();
            if (!left.isEmpty()) {
                var paths =
                        parts.known()
                                .paths(
                                        left.stream()
                                                .map(index -> known.entry(index).pathId())
                                                .distinct()
                                                .toList());
                match.matchRenames(
                        index -> paths.getOrDefault(known.entry(index).pathId(), ""),
                        renames,
                        complete);
            }
        }
        return match.unmatched();
    }

    /** Takes what is known from another line; gives what is new. */
    private List<Pending> elsewhere(
            Run run, List<Integer> unmatched, Ordinals ordinals, Found found) {
        var others = unmatched.stream().map(pending::get).toList();
        if (others.isEmpty() || parts.runs().standsAlone(run)) return others;
        var taken = new HashSet<Long>();
        for (int i = 0; i < known.columns().size(); i++) taken.add(known.columns().number(i));
        var elsewhere =
                parts.known()
                        .elsewhere(
                                run.applicationId(),
                                others.stream()
                                        .map(one -> one.place().key())
                                        .distinct()
                                        .map(Identity.Key::digest)
                                        .toList(),
                                taken);
        ordinals.know(elsewhere.freeOrdinals());
        var again = new MatchFindings(elsewhere.known());
        again.matchPlaces(others.stream().map(Pending::place).toList());
        for (int i = 0; i < others.size(); i++) {
            int index = again.knownOf(i);
            if (index == MatchFindings.NONE) continue;
            found.fromElsewhere.add(
                    new Placed(
                            elsewhere.known().number(index),
                            elsewhere.known().ordinal(index),
                            others.get(i)));
        }
        return again.unmatched().stream().map(others::get).toList();
    }

    private void number(Run run, List<Pending> added, Ordinals ordinals, Found found) {
        if (added.isEmpty()) return;
        long number = parts.store().nextNumbers(run.applicationId(), added.size());
        for (Pending one : added.stream().sorted(BY_PLACE).toList()) {
            found.added.add(new Placed(number++, ordinals.next(one.place().key()), one));
        }
    }

    private List<KnownLine.Entry> lost() {
        return match.left().mapToObj(known::entry).toList();
    }

    static long headOf(String ruleDigest) {
        return java.nio.ByteBuffer.wrap(
                        Fields.sha256()
                                .digest(
                                        ruleDigest.getBytes(
                                                java.nio.charset.StandardCharsets.UTF_8)))
                .getLong();
    }

    /** What was found, by what has to be written. */
    static final class Found {
        final List<Placed> added = new ArrayList<>();
        final List<Placed> fromElsewhere = new ArrayList<>();
        final List<Differing> differing = new ArrayList<>();
    }

    /** A finding that the line had, and what is reported now. */
    record Differing(KnownLine.Entry before, Placed now, boolean renamed) {

        boolean saysOther() {
            return renamed || before.content() != now.report().content();
        }

        boolean liesElsewhere() {
            return before.places() != now.report().places();
        }
    }
}
