package dev.touchstone.scanners.infrastructure;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.scanners.ScannerRule;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.UnitAnswer;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at Dockerfiles, compose files, Kubernetes manifests, Helm charts and Terraform modules. */
public final class InfrastructureScanner implements TreeScanner {

    private static final String VERSION = "1";

    /** Before a path: the parts are the secrets that are written below it. */
    private static final String SECRETS = "secret:";

    private static final Comparator<ReportedFinding> ORDER =
            Comparator.comparing((ReportedFinding each) -> place(each).path())
                    .thenComparing(each -> place(each).startLine())
                    .thenComparing(each -> place(each).startColumn())
                    .thenComparing(ReportedFinding::ruleId)
                    .thenComparing(each -> String.valueOf(place(each).symbol()));

    private final InfrastructureRules rules = InfrastructureRules.shipped();

    @Override
    public ScannerKind kind() {
        return ScannerKind.IAC;
    }

    @Override
    public String name() {
        return "Touchstone infrastructure";
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public String ruleDigest() {
        return rules.digest();
    }

    @Override
    public List<ScannerRule> rules() {
        return rules.rules().stream().map(Rule::text).toList();
    }

    /** Checks of the comparison corpus that look for the same fault as the rule. */
    public List<String> sameAs(String rule) {
        return rules.rules().stream()
                .filter(each -> each.text().id().equals(rule))
                .flatMap(each -> each.maps().stream())
                .toList();
    }

    List<Rule> compiled() {
        return rules.rules();
    }

    /** Files of a Terraform module go together, others alone. */
    @Override
    public List<List<ScannedFile>> units(ScannedTree tree) {
        var units = new TreeMap<String, List<ScannedFile>>();
        for (ScannedFile file : tree.files()) {
            Optional<FileKind> kind = FileKind.of(file.path());
            if (kind.isEmpty()) continue;
            String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
            String unit = kind.get() == FileKind.TERRAFORM ? folder : file.path();
            units.computeIfAbsent(unit, _ -> new ArrayList<>()).add(file);
        }
        units.values().forEach(unit -> unit.sort(Comparator.naturalOrder()));
        return List.copyOf(units.values());
    }

    @Override
    public UnitAnswer scan(ScannedTree tree, List<ScannedFile> unit) throws IOException {
        var read = new ReadResources();
        var failed = new ArrayList<LeftOut>();
        for (ScannedFile file : unit) {
            try {
                read.add(file.path(), tree.read(file));
            } catch (IOException e) {
                failed.add(
                        new LeftOut(
                                file.path(),
                                LeftOut.Reason.UNREADABLE,
                                String.valueOf(e.getMessage())));
            }
        }
        read.close(unit.getFirst().path());
        failed.addAll(read.leftOut());
        if (read.resources().isEmpty()) return new UnitAnswer(List.of(), List.of(), failed);
        return judge(read, failed);
    }

    private record Seen(String rule, String path, int line, String resource) {}

    private UnitAnswer judge(ReadResources read, List<LeftOut> leftOut) {
        var neighbours = new Neighbours(read.resources());
        var files = new HashMap<String, JudgedFile>();
        var seen = new HashSet<Seen>();
        var findings = new ArrayList<ReportedFinding>();
        var ignored = new ArrayList<UnitAnswer.Ignored>();
        for (Resource resource : read.resources()) {
            var whole = new Place(resource.attributes(), resource, neighbours);
            for (Rule rule : rules.about(resource)) {
                for (Place part : parts(rule, whole)) {
                    if (!RuleLanguage.holds(rule, whole, part)) continue;
                    Node at = at(rule, part);
                    String path = resource.path();
                    if (!seen.add(new Seen(rule.text().id(), path, at.line(), resource.name()))) {
                        continue;
                    }
                    JudgedFile file =
                            files.computeIfAbsent(
                                    path, _ -> new JudgedFile(read.texts().getOrDefault(path, "")));
                    ReportedFinding finding = file.finding(rule, resource, at);
                    file.ignored(rule, resource, at)
                            .ifPresentOrElse(
                                    reason -> ignored.add(new UnitAnswer.Ignored(finding, reason)),
                                    () -> findings.add(finding));
                }
            }
        }
        findings.sort(ORDER);
        ignored.sort(Comparator.comparing(UnitAnswer.Ignored::finding, ORDER));
        return new UnitAnswer(findings, ignored, leftOut);
    }

    private static List<Place> parts(Rule rule, Place whole) {
        if (rule.each().isEmpty()) return List.of(whole);
        var parts = new ArrayList<Place>();
        for (String path : rule.each()) {
            parts.addAll(
                    path.startsWith(SECRETS)
                            ? whole.secrets(path.substring(SECRETS.length()))
                            : whole.parts(path));
        }
        return parts;
    }

    private static Node at(Rule rule, Place part) {
        for (String path : rule.at()) {
            Node found = Lookup.spot(part.node(), path);
            if (found != null && found.line() > 0) return found;
        }
        return part.node();
    }

    private static CodeLocation place(ReportedFinding finding) {
        return finding.locations().getFirst();
    }
}
