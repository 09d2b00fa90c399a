package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.Severity;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.delivery.runs.Runs;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.Applications;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The findings that the current caller may read. */
@Service
class VisibleFindings {

    private final Applications applications;
    private final Runs runs;
    private final ListStore list;
    private final DetailStore details;

    VisibleFindings(Applications applications, Runs runs, ListStore list, DetailStore details) {
        this.applications = applications;
        this.runs = runs;
        this.list = list;
        this.details = details;
    }

    /** What a caller asks for; an absent part does not narrow. */
    record Question(
            @Nullable String application,
            @Nullable String line,
            Set<Severity> severities,
            Set<Finding.Status> statuses,
            @Nullable Integer cwe,
            @Nullable String tool,
            @Nullable String rule,
            @Nullable String words) {}

    /** A finding with its application and the names of its code lines. */
    record Visible(Application application, Finding finding, List<String> lines) {

        String id() {
            return new VisibleId(application.key(), VisibleId.Letter.F, finding.number())
                    .toString();
        }
    }

    /** A finding with all that is known about it. */
    record Whole(Visible visible, DetailStore.Text text, List<PresenceOnLine> presence) {}

    /** From which run to which a code line had it. */
    record PresenceOnLine(String line, String fromRun, @Nullable String toRun) {}

    Page<Visible> list(
            Question question,
            FindingSort sort,
            @Nullable String cursor,
            int limit,
            Permission right) {
        var scope = scope(question, right);
        if (scope.filter() == null) return new Page<>(List.of(), null);
        if (!sort.isIndexed() && scope.applications().size() > 1) {
            throw new Refusal.Invalid(
                    "sort",
                    "Findings of several applications cannot be sorted by %s. Choose an application, or sort by severity or age.",
                    sort);
        }
        var found = list.page(scope.filter(), sort, FindingCursor.parse(cursor, sort), limit + 1);
        var rows = found.subList(0, Math.min(limit, found.size()));
        var names = new HashMap<Long, Map<Long, String>>();
        var items =
                rows.stream()
                        .map(
                                row ->
                                        visible(
                                                scope.applications(),
                                                row.finding(),
                                                row.lines(),
                                                names))
                        .toList();
        String next = null;
        if (found.size() > limit) {
            var last = rows.getLast();
            next =
                    new FindingCursor(
                                    sort,
                                    last.sortKey(),
                                    last.finding().applicationId(),
                                    last.finding().number())
                            .text();
        }
        return new Page<>(items, next);
    }

    Application application(String key, Permission right) {
        return applications.open(key, right);
    }

    Map<Severity, Long> count(Question question) {
        var scope = scope(question, Permission.FINDING_READ);
        return scope.filter() == null ? Map.of() : list.count(scope.filter());
    }

    Whole open(String id) {
        var visible = VisibleId.parse(id, VisibleId.Letter.F);
        Application application = applications.open(visible.key(), Permission.FINDING_READ);
        Finding finding =
                details.finding(application.id(), visible.number())
                        .orElseThrow(Refusal.NotFound::new);
        var rows = details.presence(application.id(), visible.number());
        var names = lineNames(application.id());
        var presence =
                rows.stream()
                        .map(
                                row ->
                                        new PresenceOnLine(
                                                names.getOrDefault(row.lineId(), ""),
                                                runId(application, row.fromRun()),
                                                row.toRun() == null
                                                        ? null
                                                        : runId(application, row.toRun())))
                        .toList();
        var lines =
                presence.stream()
                        .filter(one -> one.toRun() == null)
                        .map(PresenceOnLine::line)
                        .distinct()
                        .toList();
        return new Whole(
                new Visible(application, finding, lines),
                details.text(application.id(), visible.number()),
                presence);
    }

    private static String runId(Application application, long number) {
        return new VisibleId(application.key(), VisibleId.Letter.R, number).toString();
    }

    /** Where a question is asked; without a filter the answer is empty. */
    private record Scope(Map<Long, Application> applications, @Nullable FindingFilter filter) {}

    private Scope scope(Question question, Permission right) {
        var found =
                question.application() == null
                        ? applications.reachable(right)
                        : List.of(applications.open(question.application(), right));
        var byId = found.stream().collect(Collectors.toMap(Application::id, Function.identity()));
        if (byId.isEmpty()) return new Scope(byId, null);
        LineSet line = null;
        if (question.line() != null) {
            if (question.application() == null) {
                throw new Refusal.Invalid(
                        "application",
                        "A code line is one of an application. Name the application too.");
            }
            var named = runs.line(found.getFirst().id(), question.line());
            if (named.isEmpty()) return new Scope(byId, null);
            line = lineSet(named.get());
        }
        return new Scope(
                byId,
                new FindingFilter(
                        byId.keySet(),
                        line,
                        question.severities(),
                        question.statuses(),
                        question.cwe(),
                        question.tool(),
                        question.rule(),
                        question.words()));
    }

    private LineSet lineSet(Line line) {
        var heads = runs.heads(line.applicationId(), line.id());
        var bases =
                heads.stream()
                        .map(Run::baseRun)
                        .filter(Objects::nonNull)
                        .map(number -> runs.run(line.applicationId(), number).orElseThrow())
                        .toList();
        return LineSet.of(heads, bases);
    }

    private Visible visible(
            Map<Long, Application> byId,
            Finding finding,
            List<Long> lines,
            Map<Long, Map<Long, String>> names) {
        Application application = Objects.requireNonNull(byId.get(finding.applicationId()));
        var ofApplication = names.computeIfAbsent(finding.applicationId(), id -> lineNames(id));
        return new Visible(
                application,
                finding,
                lines.stream().map(id -> ofApplication.getOrDefault(id, "")).sorted().toList());
    }

    private Map<Long, String> lineNames(long applicationId) {
        return runs.lines(applicationId).stream().collect(Collectors.toMap(Line::id, Line::name));
    }
}
