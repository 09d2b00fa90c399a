package dev.touchstone.engine.policy;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.PartialVars;
import dev.touchstone.contract.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts that are the same for every finding, as conditions read them. */
final class GlobalFacts {

    private final Map<String, Object> variables = new HashMap<>();
    private final List<CelAttributePattern> unknowns = new ArrayList<>();

    private final WorkBudget work = new WorkBudget();

    GlobalFacts(Facts facts, Map<String, Vocabulary.NamedList> lists) {
        for (Severity severity : Severity.values()) {
            variables.put(severity.name(), (long) severity.ordinal());
        }
        lists.forEach((name, list) -> variables.put(name, list.values()));

        var application = new HashMap<String, Object>();
        put(application, Vocabulary.APPLICATION, "key", facts.application().key());
        put(application, Vocabulary.APPLICATION, "tier", facts.application().tier());
        put(application, Vocabulary.APPLICATION, "dataGrade", facts.application().dataGrade());
        put(application, Vocabulary.APPLICATION, "exposure", facts.application().exposure());
        variables.put(Vocabulary.APPLICATION, application);

        var change = new HashMap<String, Object>();
        put(change, Vocabulary.CHANGE, "line", facts.change().line());
        put(change, Vocabulary.CHANGE, "lineKind", facts.change().lineKind());
        put(change, Vocabulary.CHANGE, "commit", facts.change().commit());
        var base = facts.change().base();
        put(
                change,
                Vocabulary.CHANGE,
                "hasBase",
                base == null ? null : base.state() == Facts.MergeBase.State.FOUND);
        variables.put(Vocabulary.CHANGE, change);

        var known = facts.scan() == null ? Facts.ScanFacts.UNKNOWN : facts.scan();
        var scan = new HashMap<String, Object>();
        put(scan, Vocabulary.SCAN, "excludedFiles", known.excludedFiles());
        put(scan, Vocabulary.SCAN, "ignoredFindings", known.ignoredFindings());
        put(scan, Vocabulary.SCAN, "rulesChanged", known.rulesChanged());
        put(scan, Vocabulary.SCAN, "settingsChanged", known.settingsChanged());
        variables.put(Vocabulary.SCAN, scan);

        if (facts.stage() == null) {
            unknowns.add(CelAttributePattern.create(Vocabulary.STAGE));
        } else {
            variables.put(Vocabulary.STAGE, facts.stage().name());
        }
    }

    /** Shared by all rules of one evaluation. */
    WorkBudget work() {
        return work;
    }

    /** What a condition sees: these facts, and those of one finding when it asks for each. */
    PartialVars seenWith(@Nullable FindingView view) {
        List<CelAttributePattern> all = unknowns;
        if (view != null && !view.unknowns().isEmpty()) {
            all = new ArrayList<>(unknowns);
            all.addAll(view.unknowns());
        }
        return PartialVars.of(name -> Optional.ofNullable(lookUp(name, view)), array(all));
    }

    private @Nullable Object lookUp(String name, @Nullable FindingView view) {
        if (view != null && name.equals(Vocabulary.FINDING)) {
            return view.finding();
        }
        if (view != null && name.equals(Vocabulary.RULE)) {
            return view.rule();
        }
        return variables.get(name);
    }

    private void put(
            Map<String, Object> target, String variable, String field, @Nullable Object value) {
        if (value == null) {
            unknowns.add(CelAttributePattern.fromQualifiedIdentifier(variable + "." + field));
        } else {
            target.put(
                    field, value instanceof Integer number ? (Object) number.longValue() : value);
        }
    }

    private static CelAttributePattern[] array(List<CelAttributePattern> patterns) {
        return patterns.toArray(CelAttributePattern[]::new);
    }
}
