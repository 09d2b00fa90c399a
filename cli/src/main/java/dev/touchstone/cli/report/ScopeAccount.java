package dev.touchstone.cli.report;

import dev.touchstone.cli.scan.Removed;
import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.cli.scan.ToolRun;
import dev.touchstone.cli.settings.HoldingSettings;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a scan could have seen and what was kept from it, for programs. */
final class ScopeAccount {

    /** More are counted and not listed. */
    private static final int MOST_LISTED = 10_000;

    private ScopeAccount() {}

    static Facts.ScanFacts facts(ScanResult result) {
        return new Facts.ScanFacts(
                result.excluded().size(),
                result.removed().size(),
                result.settings().settings().rulesChanged(),
                result.settings().changed());
    }

    /** What one run left out and what was removed from it. */
    static Map<String, Object> of(ScanResult result, ToolRun run) {
        var account = new TreeMap<String, Object>();
        account.put("settings", settings(result.settings()));
        account.put("excludedFiles", excluded(result));
        account.put("excludedFileCount", result.excluded().size());
        account.put("ignoredFindings", removed(run.removed()));
        account.put("ignoredFindingCount", run.removed().size());
        account.put("leftOut", leftOut(run.leftOut()));
        return account;
    }

    static List<Map<String, Object>> leftOut(List<LeftOut> leftOut) {
        return leftOut.stream()
                .limit(MOST_LISTED)
                .map(
                        each -> {
                            Map<String, Object> json = new TreeMap<>();
                            json.put("path", each.path());
                            json.put("reason", each.reason().name());
                            if (!each.detail().isEmpty()) {
                                json.put("detail", each.detail());
                            }
                            return json;
                        })
                .toList();
    }

    static List<Map<String, Object>> removed(List<Removed> removed) {
        return removed.stream()
                .limit(MOST_LISTED)
                .map(
                        each -> {
                            Map<String, Object> json = new TreeMap<>();
                            var place = each.finding().primaryLocation();
                            json.put("tool", each.tool());
                            json.put("rule", each.finding().ruleId());
                            json.put("severity", each.finding().severity().name());
                            json.put("path", place == null ? "" : place.path());
                            json.put("line", place == null ? 0 : place.startLine());
                            json.put("by", each.by().name());
                            json.put("reason", each.reason());
                            return json;
                        })
                .toList();
    }

    static Map<String, Object> settings(HoldingSettings holding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("origin", holding.origin().name());
        if (holding.base() != null) {
            json.put("base", holding.base());
        }
        if (holding.changed() != null) {
            json.put("changed", holding.changed());
        }
        if (!holding.changes().isEmpty()) {
            json.put("changes", holding.changes());
        }
        var lines = List.copyOf(holding.settings().lines());
        if (!lines.isEmpty()) {
            json.put("lines", lines);
        }
        var off = new TreeMap<String, Object>();
        holding.settings()
                .scanners()
                .forEach(
                        (part, set) -> {
                            if (!set.on()) {
                                off.put(part.word(), set.reason());
                            }
                        });
        if (!off.isEmpty()) {
            json.put("scannersOff", off);
        }
        var rules = new TreeMap<String, Object>();
        holding.settings()
                .rules()
                .forEach(
                        (id, set) ->
                                rules.put(
                                        id,
                                        (set.off() ? "off: " : set.severity() + ": ")
                                                + set.reason()));
        if (!rules.isEmpty()) {
            json.put("rules", rules);
        }
        return json;
    }

    private static Map<String, Object> excluded(ScanResult result) {
        var byReason = new TreeMap<String, Object>();
        for (var each : result.excluded()) {
            byReason.merge(each.detail(), 1, (a, b) -> (Integer) a + (Integer) b);
        }
        return byReason;
    }
}
