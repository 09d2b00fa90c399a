package dev.touchstone.server.delivery.runs;

import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.Applications;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The runs that the current caller may read. */
@Service
class VisibleRuns {

    private final Applications applications;
    private final LineStore lines;
    private final RunStore runs;

    VisibleRuns(Applications applications, LineStore lines, RunStore runs) {
        this.applications = applications;
        this.lines = lines;
        this.runs = runs;
    }

    /** A run with its application. */
    record Visible(Application application, Run run) {}

    Visible open(String id) {
        var visible = VisibleId.parse(id, VisibleId.Letter.R);
        Application application = applications.open(visible.key(), Permission.RUN_READ);
        return new Visible(
                application,
                runs.byNumber(application.id(), visible.number())
                        .orElseThrow(Refusal.NotFound::new));
    }

    List<Line> lines(String applicationKey) {
        return lines.all(applications.open(applicationKey, Permission.RUN_READ).id());
    }

    Page<Visible> list(
            @Nullable String applicationKey,
            @Nullable String lineName,
            @Nullable String cursor,
            int limit) {
        RunCursor after = cursor(cursor);
        if (applicationKey == null) {
            if (lineName != null) {
                throw new Refusal.Invalid(
                        "application",
                        "A code line is one of an application. Name the application too.");
            }
            return page(applications.reachable(Permission.RUN_READ), null, after, limit);
        }
        Application application = applications.open(applicationKey, Permission.RUN_READ);
        Long line = null;
        if (lineName != null) {
            var found = lines.named(application.id(), lineName);
            if (found.isEmpty()) return new Page<>(List.of(), null);
            line = found.get().id();
        }
        return page(List.of(application), line, after, limit);
    }

    private Page<Visible> page(
            List<Application> visible, @Nullable Long line, RunCursor after, int limit) {
        var byId = visible.stream().collect(Collectors.toMap(Application::id, Function.identity()));
        var found = runs.page(byId.keySet(), line, after, limit + 1);
        var items = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                items.stream()
                        .map(
                                run ->
                                        new Visible(
                                                Objects.requireNonNull(
                                                        byId.get(run.applicationId())),
                                                run))
                        .toList(),
                found.size() > limit ? RunCursor.of(items.getLast()).text() : null);
    }

    private static RunCursor cursor(@Nullable String text) {
        try {
            return RunCursor.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal.Invalid(
                    "cursor", "This is no cursor of this list. Start again without a cursor.");
        }
    }
}
