package dev.touchstone.engine.identity;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;

/**
 * A part of what makes a finding itself. Severity and description are never among them: both are
 * re-worded by tools without the weakness being another one. Neither is the line number, which
 * moves with every change above it.
 */
public enum Ingredient {
    /** Name of the tool. */
    TOOL {
        @Override
        String of(String tool, ReportedFinding finding) {
            return tool;
        }
    },
    /** The tool's own id of the rule. */
    RULE {
        @Override
        String of(String tool, ReportedFinding finding) {
            return finding.ruleId();
        }
    },
    /** Function, class or resource around the place. */
    SYMBOL {
        @Override
        String of(String tool, ReportedFinding finding) {
            CodeLocation place = finding.primaryLocation();
            return place == null || place.symbol() == null ? "" : place.symbol();
        }
    },
    /** Text of the region, its white space made even. */
    SNIPPET {
        @Override
        String of(String tool, ReportedFinding finding) {
            CodeLocation place = finding.primaryLocation();
            return place == null || place.snippet() == null ? "" : Spaces.even(place.snippet());
        }
    },
    /** The tool's hash of the text around the place, which does not move with the line. */
    LINE_HASH {
        @Override
        String of(String tool, ReportedFinding finding) {
            return finding.fingerprints().getOrDefault("primaryLocationLineHash", "");
        }
    };

    abstract String of(String tool, ReportedFinding finding);

    /** True for what describes the place itself; without any such, a rename is only a guess. */
    boolean tellsThePlace() {
        return switch (this) {
            case TOOL, RULE -> false;
            case SYMBOL, SNIPPET, LINE_HASH -> true;
        };
    }
}
