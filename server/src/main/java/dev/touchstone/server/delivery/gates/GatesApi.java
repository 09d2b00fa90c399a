package dev.touchstone.server.delivery.gates;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/gates/decisions")
class GatesApi {

    private final DecideGate decideGate;
    private final Decisions decisions;

    GatesApi(DecideGate decideGate, Decisions decisions) {
        this.decideGate = decideGate;
        this.decisions = decisions;
    }

    /**
     * @param line the code line, when the commit lies on several
     */
    record Question(
            @NotNull String application,
            @NotNull Stage stage,
            @NotNull @Pattern(regexp = "[0-9a-f]{40}|[0-9a-f]{64}") String commit,
            @Nullable @Size(min = 1, max = 255) String line) {}

    /** A decision in a list. */
    record Summary(
            String id,
            String application,
            String applicationName,
            Stage stage,
            @Nullable String line,
            String commit,
            Verdict verdict,
            Verdict defaultVerdict,
            String policy,
            String policyVersion,
            Instant decidedAt,
            @Nullable String supersedes,
            @Nullable String supersededBy) {

        static Summary of(Decisions.Listed listed) {
            var application = listed.application();
            var row = listed.row();
            return new Summary(
                    DecideGate.id(application, row.number()),
                    application.key(),
                    application.name(),
                    row.stage(),
                    row.line().isEmpty() ? null : row.line(),
                    row.commit(),
                    row.verdict(),
                    row.defaultVerdict(),
                    row.policyId(),
                    row.policyVersion(),
                    row.decidedAt(),
                    row.supersedes() == null ? null : DecideGate.id(application, row.supersedes()),
                    row.supersededBy() == null
                            ? null
                            : DecideGate.id(application, row.supersededBy()));
        }
    }

    @PostMapping
    @Needs(Permission.GATE_DECIDE)
    ResponseEntity<DecisionView> decide(@Valid @RequestBody Question question) {
        var decided =
                decideGate.decide(
                        question.application(),
                        question.stage(),
                        question.commit(),
                        question.line());
        return ResponseEntity.status(decided.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(DecisionView.of(decided.application(), decided.decision(), decided.isNew()));
    }

    @GetMapping
    @Needs(Permission.GATE_READ)
    Page<Summary> list(
            @RequestParam(required = false) @Nullable String application,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable String line,
            @RequestParam(required = false) @Nullable String commit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var page = decisions.list(application, stage, line, commit, cursor, limit);
        return new Page<>(page.items().stream().map(Summary::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Needs(Permission.GATE_READ)
    DecisionView get(@PathVariable String id) {
        var found = decisions.open(id);
        return DecisionView.of(found.application(), found.decision(), false);
    }

    /** The signed file, byte for byte as it was made. */
    @GetMapping("/{id}/statement")
    @Needs(Permission.GATE_READ)
    ResponseEntity<byte[]> statement(@PathVariable String id) {
        var found = decisions.open(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".dsse\"")
                .body(found.decision().envelope());
    }
}
