package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.FlowStep;
import dev.touchstone.contract.Severity;
import dev.touchstone.engine.identity.Identity;
import dev.touchstone.engine.identity.IdentityDefinition;
import dev.touchstone.server.delivery.findings.VisibleFindings.PresenceOnLine;
import dev.touchstone.server.delivery.findings.VisibleFindings.Question;
import dev.touchstone.server.delivery.findings.VisibleFindings.Visible;
import dev.touchstone.server.delivery.findings.VisibleFindings.Whole;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1/findings")
@Tag(name = "findings")
class FindingsApi {

    private final VisibleFindings findings;
    private final ExportFindings exports;

    FindingsApi(VisibleFindings findings, ExportFindings exports) {
        this.findings = findings;
        this.exports = exports;
    }

    @GetMapping
    @Needs(Permission.FINDING_READ)
    Page<FindingView> findings(
            @ParameterObject Filter filter,
            @RequestParam(defaultValue = "SEVERITY") FindingSort sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var page = findings.list(filter.question(), sort, cursor, limit, Permission.FINDING_READ);
        return new Page<>(page.items().stream().map(FindingView::of).toList(), page.next());
    }

    @GetMapping("/count")
    @Needs(Permission.FINDING_READ)
    CountView count(@ParameterObject Filter filter) {
        var bySeverity = findings.count(filter.question());
        return new CountView(
                bySeverity.values().stream().mapToLong(Long::longValue).sum(), bySeverity);
    }

    /** A command, though it is asked for with GET: the ledger keeps who took what. */
    @GetMapping(value = "/export", produces = "text/csv")
    @Needs(Permission.FINDING_EXPORT)
    ResponseEntity<StreamingResponseBody> export(@ParameterObject Filter filter, Locale language)
            throws IOException {
        Path file = exports.export(filter.question(), language);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .contentLength(Files.size(file))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(
                        out -> {
                            try {
                                Files.copy(file, out);
                            } finally {
                                Files.deleteIfExists(file);
                            }
                        });
    }

    @GetMapping("/{id}")
    @Needs(Permission.FINDING_READ)
    WholeView finding(@PathVariable String id) {
        return WholeView.of(findings.open(id));
    }

    /** What narrows a list; each absent part lets all through. */
    record Filter(
            @Nullable String application,
            @Nullable String line,
            @Nullable Set<Severity> severity,
            @Nullable Set<Finding.Status> status,
            @Nullable Integer cwe,
            @Nullable String tool,
            @Nullable String rule,
            @Nullable @Size(max = 200) String q) {

        Question question() {
            return new Question(
                    application,
                    line,
                    severity == null ? Set.of() : severity,
                    status == null ? Set.of() : status,
                    cwe,
                    tool,
                    rule,
                    q == null || q.isBlank() ? null : q.strip());
        }
    }

    record CountView(long total, Map<Severity, Long> bySeverity) {}

    record FindingView(
            String id,
            String application,
            String rule,
            String tool,
            Severity severity,
            String title,
            List<Integer> cwes,
            String path,
            int line,
            Finding.Status status,
            Instant firstSeen,
            List<String> lines) {

        static FindingView of(Visible one) {
            Finding finding = one.finding();
            return new FindingView(
                    one.id(),
                    one.application().key(),
                    finding.rule(),
                    finding.tool(),
                    finding.severity(),
                    finding.title(),
                    finding.cwes(),
                    finding.path(),
                    finding.startLine(),
                    finding.status(),
                    finding.firstSeen(),
                    one.lines());
        }
    }

    record IdentityView(String definition, int version, String canonical, String fingerprint) {

        static IdentityView of(Whole whole) {
            var definition = IdentityDefinition.named(whole.text().definition());
            Finding finding = whole.visible().finding();
            String canonical =
                    definition
                            .of(finding.tool(), whole.text().detail().reported(finding))
                            .canonical();
            return new IdentityView(
                    definition.source(),
                    definition.version(),
                    canonical,
                    Identity.fingerprint(canonical, whole.text().ordinal()));
        }
    }

    record WholeView(
            String id,
            String application,
            String rule,
            String tool,
            Severity severity,
            String title,
            List<Integer> cwes,
            String path,
            int line,
            Finding.Status status,
            Instant firstSeen,
            List<String> lines,
            String message,
            List<CodeLocation> locations,
            List<FlowStep> flow,
            @Nullable String snippet,
            IdentityView identity,
            List<PresenceOnLine> presence,
            Map<String, String> fingerprints,
            @Nullable String helpUri) {

        static WholeView of(Whole whole) {
            FindingView short_ = FindingView.of(whole.visible());
            Detail detail = whole.text().detail();
            return new WholeView(
                    short_.id,
                    short_.application,
                    short_.rule,
                    short_.tool,
                    short_.severity,
                    short_.title,
                    short_.cwes,
                    short_.path,
                    short_.line,
                    short_.status,
                    short_.firstSeen,
                    short_.lines,
                    detail.message(),
                    detail.locations(),
                    detail.flow(),
                    detail.locations().isEmpty() ? null : detail.locations().getFirst().snippet(),
                    IdentityView.of(whole),
                    whole.presence(),
                    detail.fingerprints(),
                    whole.text().helpUri());
        }
    }
}
