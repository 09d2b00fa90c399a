package dev.touchstone.engine.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.parser.CelStandardMacro;
import dev.touchstone.contract.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that a condition may use, with their types, and the limits that hold for it. */
final class Vocabulary {

    static final String FINDING = "finding";
    static final String RULE = "rule";
    static final String APPLICATION = "application";
    static final String CHANGE = "change";
    static final String SCAN = "scan";
    static final String STAGE = "stage";

    private static final int MAX_EXPRESSION = 4_000;
    private static final int MAX_NODES = 600;
    private static final int MAX_PARSE_DEPTH = 60;
    static final int MAX_ITERATIONS = 256;
    private static final int MAX_REGEX_PROGRAM = 1_000;

    private static final Map<String, StructType> TYPES =
            Map.of(
                    FINDING, type("Finding", FindingField.typesOf(FINDING)),
                    RULE, type("Rule", FindingField.typesOf(RULE)),
                    APPLICATION,
                            type(
                                    "Application",
                                    Map.of(
                                            "key",
                                            SimpleType.STRING,
                                            "tier",
                                            SimpleType.INT,
                                            "dataGrade",
                                            SimpleType.INT,
                                            "exposure",
                                            SimpleType.STRING)),
                    CHANGE,
                            type(
                                    "Change",
                                    Map.of(
                                            "line",
                                            SimpleType.STRING,
                                            "lineKind",
                                            SimpleType.STRING,
                                            "commit",
                                            SimpleType.STRING,
                                            "hasBase",
                                            SimpleType.BOOL)),
                    SCAN,
                            type(
                                    "Scan",
                                    Map.of(
                                            "excludedFiles",
                                            SimpleType.INT,
                                            "ignoredFindings",
                                            SimpleType.INT,
                                            "rulesChanged",
                                            SimpleType.INT,
                                            "settingsChanged",
                                            SimpleType.BOOL)));

    private Vocabulary() {}

    /** An environment for the conditions of one policy, with that policy's named lists. */
    static Cel environment(Map<String, NamedList> lists, boolean eachFinding, boolean exhaustive) {
        var builder =
                CelFactory.plannerCelBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setOptions(options(exhaustive))
                        .setTypeProvider(new DeclaredTypes())
                        .setResultType(SimpleType.BOOL)
                        .addVar(STAGE, SimpleType.STRING)
                        .addVar(APPLICATION, StructTypeReference.create("Application"))
                        .addVar(CHANGE, StructTypeReference.create("Change"))
                        .addVar(SCAN, StructTypeReference.create("Scan"));
        if (eachFinding) {
            builder.addVar(FINDING, StructTypeReference.create("Finding"));
            builder.addVar(RULE, StructTypeReference.create("Rule"));
        }
        for (Severity severity : Severity.values()) {
            builder.addVar(severity.name(), SimpleType.INT);
        }
        lists.forEach((name, list) -> builder.addVar(name, ListType.create(list.elementType())));
        return builder.build();
    }

    static boolean isSeverity(String word) {
        return Arrays.stream(Severity.values()).anyMatch(severity -> severity.name().equals(word));
    }

    private static CelOptions options(boolean exhaustive) {
        return CelOptions.current()
                .populateMacroCalls(true)
                .enableHeterogeneousNumericComparisons(true)
                .enableShortCircuiting(!exhaustive)
                .maxExpressionCodePointSize(MAX_EXPRESSION)
                .maxParseExpressionNodeCount(MAX_NODES)
                .maxParseRecursionDepth(MAX_PARSE_DEPTH)
                .comprehensionMaxIterations(MAX_ITERATIONS)
                .maxRegexProgramSize(MAX_REGEX_PROGRAM)
                .build();
    }

    private static StructType type(String name, Map<String, CelType> fieldTypes) {
        var fields = ImmutableMap.copyOf(fieldTypes);
        return StructType.create(
                name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }

    /** Makes a mistyped field an error when the policy is compiled, not when it judges. */
    private static final class DeclaredTypes implements CelTypeProvider {

        @Override
        public ImmutableList<CelType> types() {
            return ImmutableList.copyOf(TYPES.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return TYPES.values().stream()
                    .filter(type -> type.name().equals(name))
                    .map(CelType.class::cast)
                    .findFirst();
        }
    }

    /** A list of numbers or of words that a policy gives a name. */
    record NamedList(List<Object> values) {

        NamedList {
            values = List.copyOf(values);
        }

        CelType elementType() {
            return !values.isEmpty() && values.getFirst() instanceof Long
                    ? SimpleType.INT
                    : SimpleType.STRING;
        }
    }
}
