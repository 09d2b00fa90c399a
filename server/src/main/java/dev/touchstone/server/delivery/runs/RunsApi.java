package dev.touchstone.server.delivery.runs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "runs")
class RunsApi {

    private final VisibleRuns runs;

    RunsApi(VisibleRuns runs) {
        this.runs = runs;
    }

    @GetMapping
    @Needs(Permission.RUN_READ)
    Page<RunView> runs(
            @RequestParam(required = false) @Nullable String application,
            @RequestParam(required = false) @Nullable String line,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var page = runs.list(application, line, cursor, limit);
        return new Page<>(
                page.items().stream().map(one -> view(one.application(), one.run())).toList(),
                page.next());
    }

    @GetMapping("/{id}")
    @Needs(Permission.RUN_READ)
    RunView run(@PathVariable String id) {
        var one = runs.open(id);
        return view(one.application(), one.run());
    }

    /** The code lines of an application. */
    @GetMapping("/lines")
    @Needs(Permission.RUN_READ)
    Page<LineView> lines(@RequestParam String application) {
        return new Page<>(
                runs.lines(application).stream()
                        .map(line -> new LineView(line.name(), line.kind(), line.base()))
                        .toList(),
                null);
    }

    private static RunView view(Application application, Run run) {
        String key = application.key();
        return new RunView(
                new VisibleId(key, VisibleId.Letter.R, run.number()).toString(),
                key,
                run.line().name(),
                run.line().kind(),
                run.commit(),
                run.tool(),
                run.toolVersion(),
                run.ruleDigest(),
                run.kind(),
                run.complete(),
                run.history(),
                new ScopeJson(run.scope()),
                run.startedAt(),
                run.mergedAt(),
                run.counts(),
                new VisibleId(key, VisibleId.Letter.U, run.reportNumber()).toString());
    }

    record LineView(String name, Line.Kind kind, @Nullable String base) {}

    record RunView(
            String id,
            String application,
            String line,
            Line.Kind lineKind,
            String commit,
            String tool,
            @Nullable String toolVersion,
            String ruleDigest,
            ScannerKind kind,
            boolean complete,
            boolean history,
            ScopeJson scope,
            Instant startedAt,
            Instant mergedAt,
            Delta counts,
            String report) {}

    /** JSON that is handed on as it is. */
    record ScopeJson(@JsonRawValue @JsonValue String json) {}
}
