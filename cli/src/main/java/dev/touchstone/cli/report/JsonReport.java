package dev.touchstone.cli.report;

import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.cli.scan.ToolRun;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.bills.MadeBill;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scan's result for programs. */
public final class JsonReport {

    private JsonReport() {}

    public static Map<String, Object> of(ScanResult result, List<WorkItem> items) {
        var json = new LinkedHashMap<String, Object>();
        json.put("scans", result.runs().stream().map(JsonReport::run).toList());
        json.put("scope", scope(result));
        var bill = result.bill();
        if (bill != null) {
            json.put("bill", bill(bill));
        }
        json.put("items", items.stream().map(JsonReport::item).toList());
        json.put(
                "findings",
                SarifReport.findings(result).stream().map(JsonReport::finding).toList());
        return json;
    }

    private static Map<String, Object> bill(MadeBill bill) {
        var json = new LinkedHashMap<String, Object>();
        json.put("components", bill.contents().parts().size());
        json.put(
                "sources",
                bill.sources().stream()
                        .map(
                                source -> {
                                    var each = new LinkedHashMap<String, Object>();
                                    each.put("path", source.path());
                                    each.put("kind", source.kind());
                                    each.put("method", source.method());
                                    each.put("components", source.packages().size());
                                    each.put("notes", source.notes());
                                    return each;
                                })
                        .toList());
        return json;
    }

    private static Map<String, Object> scope(ScanResult result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("files", result.files());
        json.put("bytes", result.bytes());
        json.put("facts", ScopeAccount.facts(result));
        json.put("settings", ScopeAccount.settings(result.settings()));
        json.put("excluded", ScopeAccount.leftOut(result.excluded()));
        json.put("ignored", ScopeAccount.removed(result.removed()));
        json.put("leftOut", ScopeAccount.leftOut(result.notLookedAt()));
        return json;
    }

    private static Map<String, Object> item(WorkItem item) {
        var json = new LinkedHashMap<String, Object>();
        json.put("tool", item.tool());
        json.put("rule", item.rule());
        json.put("severity", item.severity());
        json.put("title", item.title());
        json.put("precise", item.isPrecise());
        if (item.precision() != null) {
            json.put("precision", item.precision());
        }
        if (item.why() != null) {
            json.put("why", item.why());
        }
        if (item.mend() != null) {
            json.put("mend", item.mend());
        }
        json.put(
                "places",
                item.findings().stream()
                        .map(ReportedFinding::primaryLocation)
                        .map(place -> place == null ? "-" : place.display())
                        .toList());
        return json;
    }

    private static Map<String, Object> run(ToolRun run) {
        var json = new LinkedHashMap<String, Object>();
        json.put("scanner", run.tool());
        json.put("version", run.version());
        json.put("kind", run.kind());
        switch (run.outcome()) {
            case ToolRun.Outcome.Looked(boolean complete) -> {
                json.put("state", "SCANNED");
                json.put("complete", complete);
                json.put("files", run.files());
                json.put("notices", run.notices());
            }
            case ToolRun.Outcome.NotRun not -> {
                json.put("state", "NOT_RUN");
                json.put("cause", not.cause());
                json.put("detail", not.detail());
            }
            case ToolRun.Outcome.Off off -> {
                json.put("state", "OFF");
                json.put("detail", off.reason());
            }
            case ToolRun.Outcome.Failed failed -> {
                json.put("state", "FAILED");
                json.put("cause", failed.failure());
                json.put("detail", failed.detail());
            }
        }
        return json;
    }

    private static Map<String, Object> finding(ReportedFinding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", finding.ruleId());
        json.put("severity", finding.severity());
        json.put("title", finding.title());
        json.put("message", finding.message());
        json.put("cwe", finding.cwes());
        var place = finding.primaryLocation();
        if (place != null) {
            var location = new LinkedHashMap<String, Object>();
            location.put("path", place.path());
            location.put("line", place.startLine());
            json.put("location", location);
        }
        return json;
    }
}
