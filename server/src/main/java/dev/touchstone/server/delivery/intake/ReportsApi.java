package dev.touchstone.server.delivery.intake;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.server.delivery.intake.Reports.Receipt;
import dev.touchstone.server.delivery.runs.Delta;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.guard.Needs;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "reports")
class ReportsApi {

    private final Reports reports;

    ReportsApi(Reports reports) {
        this.reports = reports;
    }

    /** Answers 200 when the report has come to its end, 202 when it is still to be merged. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.REPORT_UPLOAD)
    ResponseEntity<ReportView> upload(
            @RequestPart("about") String about,
            @RequestPart("file") MultipartFile file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "0") @Min(0) @Max(300) int wait)
            throws IOException {
        var upload =
                Upload.of(
                        About.parse(about), file.getOriginalFilename(), key, file::getInputStream);
        Receipt receipt = reports.take(upload, Duration.ofSeconds(wait));
        return ResponseEntity.status(
                        receipt.report().state().isEnd() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(ReportView.of(receipt));
    }

    @GetMapping
    @Needs(Permission.REPORT_READ)
    Page<ReportView> reports(
            @RequestParam(required = false) @Nullable String application,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Page<Receipt> page = reports.list(application, cursor, limit);
        return new Page<>(page.items().stream().map(ReportView::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Needs(Permission.REPORT_READ)
    ReportView report(@PathVariable String id) {
        return ReportView.of(reports.open(id));
    }

    /** The bytes as they came; never shown by a browser, whatever they are. */
    @GetMapping("/{id}/raw")
    @Needs(Permission.REPORT_READ)
    ResponseEntity<StreamingResponseBody> raw(@PathVariable String id) {
        Receipt receipt = reports.open(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(receipt.report().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        id + "-" + receipt.report().fileName(),
                                        java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(out -> reports.writeRaw(receipt, out));
    }

    record ReportView(
            String id,
            String application,
            String line,
            String commit,
            Report.State state,
            String sha256,
            long size,
            String fileName,
            @Nullable String format,
            @Nullable String run,
            List<RunOfReport> runs,
            @Nullable Delta counts,
            List<Fault> faults,
            Report.@Nullable BillSummary bill,
            String sentBy,
            Instant receivedAt,
            @Nullable Instant endedAt) {

        static ReportView of(Receipt receipt) {
            Report report = receipt.report();
            var runs =
                    receipt.runs().stream()
                            .map(
                                    run ->
                                            new RunOfReport(
                                                    new VisibleId(
                                                                    receipt.application().key(),
                                                                    VisibleId.Letter.R,
                                                                    run.number())
                                                            .toString(),
                                                    run.tool(),
                                                    run.kind(),
                                                    run.complete(),
                                                    run.history(),
                                                    run.counts()))
                            .toList();
            return new ReportView(
                    receipt.id(),
                    receipt.application().key(),
                    report.line(),
                    report.commit(),
                    report.state(),
                    report.sha256(),
                    report.size(),
                    report.fileName(),
                    report.format(),
                    runs.isEmpty() ? null : runs.getFirst().id(),
                    runs,
                    receipt.counts(),
                    report.faults(),
                    report.bill(),
                    report.caller().display(),
                    report.receivedAt(),
                    report.endedAt());
        }
    }

    record RunOfReport(
            String id,
            String tool,
            ScannerKind kind,
            boolean complete,
            boolean history,
            Delta counts) {}
}
