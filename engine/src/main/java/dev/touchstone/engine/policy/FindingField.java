package dev.touchstone.engine.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelAttributePattern;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a condition can read of one finding; those with few different values come first. */
enum FindingField {
    IS_NEW(Vocabulary.FINDING, "isNew", SimpleType.BOOL),
    SEVERITY(Vocabulary.FINDING, "severity", SimpleType.INT),
    TOOL(Vocabulary.FINDING, "tool", SimpleType.STRING),
    CWES(Vocabulary.FINDING, "cwes", ListType.create(SimpleType.INT)),
    RULE(Vocabulary.FINDING, "rule", SimpleType.STRING),
    PRECISION(Vocabulary.RULE, "precision", SimpleType.DOUBLE),
    JUDGEMENTS(Vocabulary.RULE, "judgements", SimpleType.INT),
    AGE_DAYS(Vocabulary.FINDING, "ageDays", SimpleType.INT),
    PATH(Vocabulary.FINDING, "path", SimpleType.STRING),
    LINE(Vocabulary.FINDING, "line", SimpleType.INT),
    TITLE(Vocabulary.FINDING, "title", SimpleType.STRING),
    ID(Vocabulary.FINDING, "id", SimpleType.STRING);

    final String variable;
    final String word;
    final CelType type;
    final CelAttributePattern unknown;

    FindingField(String variable, String word, CelType type) {
        this.variable = variable;
        this.word = word;
        this.type = type;
        this.unknown = CelAttributePattern.fromQualifiedIdentifier(variable + "." + word);
    }

    static Optional<FindingField> of(String variable, String word) {
        return Arrays.stream(values())
                .filter(field -> field.variable.equals(variable) && field.word.equals(word))
                .findFirst();
    }

    static Map<String, CelType> typesOf(String variable) {
        return Arrays.stream(values())
                .filter(field -> field.variable.equals(variable))
                .collect(Collectors.toMap(field -> field.word, field -> field.type));
    }
}
