package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.delivery.findings.VisibleFindings.Question;
import dev.touchstone.server.delivery.findings.VisibleFindings.Visible;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a list of findings into a file that leaves the platform; the ledger knows of it first. */
@Service
class ExportFindings {

    private static final int PAGE = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final VisibleFindings findings;
    private final Ledger ledger;

    ExportFindings(VisibleFindings findings, Ledger ledger) {
        this.findings = findings;
        this.ledger = ledger;
    }

    /** What the ledger keeps of it. */
    private record Exported(Question question, long findings, String sha256) {}

    /**
     * @return a temporary file; the caller deletes it
     */
    @Transactional
    public Path export(Question question, Locale language) {
        try {
            Path file = Files.createTempFile("touchstone-export-", ".csv");
            try {
                MessageDigest digest = Fields.sha256();
                long written;
                try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                    written = write(question, language, out);
                }
                ledger.append(
                        "ExportFindings",
                        question.application() == null ? "findings" : question.application(),
                        entity(question),
                        new Exported(question, written, HexFormat.of().formatHex(digest.digest())));
                return file;
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private @Nullable Long entity(Question question) {
        return question.application() == null
                ? Long.valueOf(Callers.current().entityId())
                : Long.valueOf(
                        findings.application(question.application(), Permission.FINDING_EXPORT)
                                .entityId());
    }

    private long write(Question question, Locale language, OutputStream out) throws IOException {
        out.write(
                (BYTE_ORDER_MARK + CsvCells.row(header(language)))
                        .getBytes(StandardCharsets.UTF_8));
        long written = 0;
        String cursor = null;
        do {
            Page<Visible> page =
                    findings.list(
                            question,
                            FindingSort.SEVERITY,
                            cursor,
                            PAGE,
                            Permission.FINDING_EXPORT);
            for (Visible one : page.items()) {
                out.write(CsvCells.row(cells(one)).getBytes(StandardCharsets.UTF_8));
            }
            written += page.items().size();
            cursor = page.next();
        } while (cursor != null);
        return written;
    }

    private static List<String> header(Locale language) {
        return language.getLanguage().equals(Locale.CHINESE.getLanguage())
                ? List.of(
                        "编号", "应用", "工具", "规则", "严重等级", "状态", "标题", "弱点", "路径", "行", "首次发现", "代码线")
                : List.of(
                        "id",
                        "application",
                        "tool",
                        "rule",
                        "severity",
                        "status",
                        "title",
                        "cwes",
                        "path",
                        "line",
                        "first seen",
                        "code lines");
    }

    private static List<String> cells(Visible one) {
        Finding finding = one.finding();
        return List.of(
                one.id(),
                one.application().key(),
                finding.tool(),
                finding.rule(),
                finding.severity().name(),
                finding.status().name(),
                finding.title(),
                finding.cwes().stream().map(cwe -> "CWE-" + cwe).collect(Collectors.joining(" ")),
                finding.path(),
                finding.startLine() == 0 ? "" : Integer.toString(finding.startLine()),
                finding.firstSeen().toString(),
                String.join(" ", one.lines()));
    }
}
